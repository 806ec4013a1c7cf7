import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { anysIn, castsIn } from '@/src/server/commands/check/casts'

/** Where the compiler is silenced is counted, and the committed figure may only fall. */

let tree: string

const planted = {
  'payload.config.ts': 'export default {}\n',
  'collections/asNever.ts': 'export const slug = (name: string) => name as never\n',
  'hooks/asUnknownAs.ts': 'export const id = (doc: object) => (doc as unknown as { id: number }).id\n',
  'reports/inParentheses.ts': 'export const id = (doc: unknown) => ((doc as object) as { id: number }).id\n',
  'src/asAny.tsx': 'export const any = (doc: unknown) => doc as any\n',
  'src/honest.ts':
    "// as never, as unknown as: words\nexport const text = 'as never'\nexport const row = (doc: unknown) => doc as { id: number }\n",
  'src/story.spec.ts': 'export const doc = {} as never\n',
  'tests/telling.spec.ts': "// any: a word\nexport const told = (answer: any) => answer\nexport const word = 'any'\n",
  'src/db/migrations/0001.ts': 'export const doc = {} as never\n',
}

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'gendan-casts-'))
  for (const [file, code] of Object.entries(planted)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
    writeFileSync(path.join(tree, file), code)
  }
})

afterAll(() => rmSync(tree, { recursive: true, force: true }))

test('a planted cast is caught, whatever it is called; words, single assertions, tests and migrations are none', () => {
  expect(castsIn(tree).map(({ file, line }) => `${file}:${line}`)).toEqual([
    'collections/asNever.ts:1',
    'hooks/asUnknownAs.ts:1',
    'reports/inParentheses.ts:1',
    'src/asAny.tsx:1',
  ])
})

test('the tree has no more of them than were written down', () => {
  const { casts, anyInTests } = JSON.parse(readFileSync('src/server/commands/check/casts.json', 'utf8')) as Record<string, number>
  expect(castsIn(process.cwd()).length).toBeLessThanOrEqual(casts ?? 0)
  expect(anysIn(process.cwd()).length).toBeLessThanOrEqual(anyInTests ?? 0)
})

test('a planted any of a test is caught, and words are none', () => {
  expect(anysIn(tree).map(({ file, line }) => `${file}:${line}`)).toEqual(['tests/telling.spec.ts:2'])
})
