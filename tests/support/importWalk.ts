import type { PayloadRequest } from 'payload'

import type { ImportDefinition } from '@/src/imports/engine/definition'

import type { ApiAnswer } from './app'

type Ask = (path: string, body: FormData) => Promise<Pick<ApiAnswer, 'status' | 'body'>>
type Cells = Readonly<Record<string, string>>
export type Compared = { what: string; unseen: string; none: string }

/** What a file is answered, with what was asked about taken out: whoever guesses must not learn whether he was right. */
export async function answerTo(ask: Ask, kind: string, row: Cells, key: string): Promise<string> {
  const file = new FormData()
  const cells = Object.values(row).map((cell) => `"${cell.replaceAll('"', '""')}"`)
  file.set('file', new Blob([`${Object.keys(row).join(',')}\n${cells.join(',')}\n`]), 'x.csv')
  const { status, body } = await ask(`/import/${kind}?dryRun=true`, file)
  return JSON.stringify([status, body]).replaceAll(JSON.stringify(key).slice(1, -1), '·')
}

type Walk = {
  req: PayloadRequest
  definitions: readonly ImportDefinition[]
  /** A record of a kind that the person does not read. */
  unseenOf: (slug: string) => Promise<object | null>
  ask: Ask
}

const valueIn = (record: object, name: string): unknown => Reflect.get(record, name)
const texts = (record: object): string[] =>
  ['code', 'name'].map((name) => valueIn(record, name)).filter((text): text is string => typeof text === 'string' && text !== '')
const other = (text: string): string => (text === '' ? '' : /^[\d.]+$/.test(text) ? '987654' : `${text}x`)

/**
 * Every kind of file × every column that names a record, and the record of the row itself. One that is not read is answered as one that
 * there is not; of the record itself a right guess of its contents is answered as a wrong one.
 */
export async function walkImports({ req, definitions, unseenOf, ask }: Walk): Promise<Compared[]> {
  const found: Compared[] = []
  for (const { kind, columns, records } of definitions) {
    const all = columns(req)
    const base = Object.fromEntries(all.map(({ name, example }) => [name, typeof example === 'object' ? example.zh : (example ?? '')]))
    for (const { name, to } of all) {
      const unseen = to === undefined ? null : await unseenOf(to)
      if (unseen === null) continue
      const none = await answerTo(ask, kind, { ...base, [name]: 'NO-SUCH-1' }, 'NO-SUCH-1')
      for (const key of texts(unseen)) {
        found.push({ what: `${kind}.${name}`, unseen: await answerTo(ask, kind, { ...base, [name]: key }, key), none })
      }
    }
    const unseen = await unseenOf(records.slug)
    for (const key of ['code', 'id'].filter(
      (name) => unseen && all.some((one) => one.name === name) && valueIn(unseen, name) !== undefined,
    )) {
      const own = all.filter(
        ({ name, to, type }) => !to && (type === 'text' || type === 'figure') && unseen && valueIn(unseen, name) !== undefined,
      )
      const right = Object.fromEntries(own.map(({ name }) => [name, String((unseen && valueIn(unseen, name)) ?? '')]))
      const wrong = Object.fromEntries(Object.entries(right).map(([name, text]) => [name, other(text)]))
      const named = String(unseen && valueIn(unseen, key))
      const none = await answerTo(ask, kind, { ...wrong, [key]: named }, named)
      found.push({ what: `${kind} ${key}`, unseen: await answerTo(ask, kind, { ...right, [key]: named }, named), none })
    }
  }
  return found
}
