import { build } from '../build'
import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run build

Builds the pages for npm start. npm start does it itself when the build is stale.`)

await build().catch((error: unknown) => stopWith(error instanceof Error ? error.message : String(error)))
