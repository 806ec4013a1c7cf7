import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll, expect, test } from '@jest/globals'
import { buildSync } from 'esbuild'

const folder = mkdtempSync(path.join(os.tmpdir(), 'gendan-stacks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const source = path.join(folder, 'source.ts')
writeFileSync(source, `type Long = {\n  a: string\n}\nexport const fail = (text: Long['a']): never => {\n  throw new Error(text)\n}\n`)
buildSync({ entryPoints: [source], outfile: path.join(folder, 'built/compiled.mjs'), format: 'esm', sourcemap: true })

/** The stack of an error thrown in what was compiled, as a process tells it that has asked for readable ones in `of`. */
const stackIn = (of: string): string =>
  execFileSync(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { readableStacks } from ${JSON.stringify(pathToFileURL(path.resolve('src/server/readableStacks.mjs')).href)}
     readableStacks(${JSON.stringify(of)})
     const { fail } = await import(${JSON.stringify(pathToFileURL(path.join(folder, 'built/compiled.mjs')).href)})
     try { fail('told') } catch (error) { process.stdout.write(error.stack) }`,
  ]).toString()

test('a stack names the source and its line', () => {
  expect(stackIn(path.join(folder, 'built'))).toMatch(/source\.ts:5:/)
})

test('maps of other folders are not read', () => {
  expect(stackIn(path.join(folder, 'elsewhere'))).toMatch(/compiled\.mjs:\d/)
})
