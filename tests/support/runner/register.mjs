import { register } from 'node:module'

import './workerData.mjs'

/** Loaded before anything of a worker (NODE_OPTIONS): names that only the test runner, or only a bundler, understands. */
register('./resolve.mjs', import.meta.url)
