import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { loadsThrough } from './loadsThrough'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gendan-loading-'))
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  ['comes through', `await Promise.resolve(); console.log('through')`, /^$/],
  [
    'waits for what never comes, as modules do that wait for one another',
    `await new Promise(() => {}); console.log('through')`,
    /^ended with 13: (not a word|Warning)/,
  ],
  ['ends well and was never through', `process.exit(0); console.log('through')`, /^ended with 0: not a word$/],
  ['is through and says something else as well', `console.log('through'); console.log('a warning')`, /^ended with 0: through\s+a warning$/],
  ['throws', `throw new Error('no')`, /^ended with 1: /],
])('a file that %s is judged so', async (_what, text, judged) => {
  const file = path.join(folder, 'load.mjs')
  await writeFile(file, text)
  expect(await loadsThrough(file)).toMatch(judged)
})
