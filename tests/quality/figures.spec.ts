import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { castsIn, contextWritesIn, loopbackIn } from '@/src/server/commands/check/figures'

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
  'hooks/hangs.ts': "export const hang = ({ req }: { req: { context: Record<string, unknown> } }) => {\n  req.context['mine'] = 1\n}\n",
  'hooks/hangsByName.ts':
    'export const hang = ({ req }: Asked) => {\n  req.context.mine ??= 1\n  Object.assign(req.context, { other: 2 })\n}\n',
  'hooks/hangsUnseen.ts': 'export const hang = ({ req }: Asked) => {\n  const kept = req.context as Mine\n  kept.mine = 1\n}\n',
  'hooks/passesOn.ts': 'export const ask = ({ req }: Asked) => other({ context: req.context })\n',
  'src/questions/asksItself.ts': "export const ask = () => fetch('http://localhost:3000/api/orders')\n",
  'src/admin/asks.ts': "export const ask = () => fetch('/api/orders')\n",
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
  const { casts, contextKeys } = JSON.parse(readFileSync('src/server/commands/check/figures.json', 'utf8')) as Record<string, number>
  expect(castsIn(process.cwd()).length).toBeLessThanOrEqual(casts ?? 0)
  expect(contextWritesIn(process.cwd()).length).toBeLessThanOrEqual(contextKeys ?? 0)
  expect(loopbackIn(process.cwd())).toEqual([])
})

test('what is hung on a request and a server that asks itself are caught; a screen that asks is none', () => {
  expect(contextWritesIn(tree).map(({ file, line }) => `${file}:${line}`)).toEqual([
    'hooks/hangs.ts:2',
    'hooks/hangsByName.ts:2',
    'hooks/hangsByName.ts:3',
    'hooks/hangsUnseen.ts:2',
  ])
  expect(loopbackIn(tree).map(({ file, line }) => `${file}:${line}`)).toEqual(['src/questions/asksItself.ts:1'])
})
