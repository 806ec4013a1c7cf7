import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { built, fingerprint, root } from './fingerprint.mjs'
import { readableStacks } from './readableStacks.mjs'

/*
 * Starts the server that was built, without compiling anything. What has not been built, or was built from other sources, starts from its
 * sources, which builds it for the next time.
 */
const [name = 'start'] = process.argv.splice(2, 1)
const compiled = path.join(root, '.next/gendan', `${name}.mjs`)

if (existsSync(compiled) && (await built()) === (await fingerprint())) {
  readableStacks(path.dirname(compiled))
  await import(pathToFileURL(compiled).href)
} else {
  const { register } = await import('tsx/esm/api')
  register()
  await import(name === 'start' ? './start.ts' : `./commands/${name}.ts`)
}
