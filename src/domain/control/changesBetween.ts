import { readRichText } from '../text/richText'
import { plainTextOf } from '../text/writeRichText'

export type FieldChange = { path: string; before: unknown; after: unknown }

const leftOut = new Set([
  'id',
  'updatedAt',
  'createdAt',
  'version',
  'checks',
  'trace',
  'stockQty',
  'baseNet',
  'baseTax',
  'baseGross',
  'deliveredQty',
  'invoicedQty',
  'returnedQty',
  'openQty',
  'shortClosed',
  'sealedTexts',
])

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

const plain = (value: unknown): unknown =>
  isRecord(value) && 'id' in value && ('createdAt' in value || 'updatedAt' in value) ? value['id'] : (value ?? null)

/** A rich text counts as what it says; marks that change alone are no difference of content. */
const isRichText = (value: unknown): boolean => isRecord(value) && isRecord(value['root']) && Array.isArray(value['root']['children'])
const said = (value: unknown): unknown => (isRichText(value) ? plainTextOf(readRichText(value)) : value)

const withId = (list: readonly unknown[]): boolean => list.length > 0 && list.every((row) => isRecord(row) && typeof row['id'] === 'string')

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** A row that came or went, with what it says: as of a row that stays, nothing is told of what is worked out, nor of what is empty. */
function told(row: unknown): unknown {
  if (!isRecord(row)) return row
  const says: Record<string, unknown> = {}
  for (const name of Object.keys(row)) if (name === 'id' || !(leftOut.has(name) || isEmpty(row[name]))) says[name] = row[name]
  return says
}

/**
 * What changed between two states of a document, field by field: groups walked into, lines matched by their id and named by
 * their place (`lines.2.price`), an added or removed line as a whole (`lines.3`).
 */
export function changesBetween(before: unknown, after: unknown, path = ''): FieldChange[] {
  // the document itself is walked into; records inside it count by their id
  const was = path === '' ? before : said(plain(before))
  const is = path === '' ? after : said(plain(after))
  if (Array.isArray(is) && (withId(is) || (Array.isArray(was) && withId(was)))) return rowChanges(Array.isArray(was) ? was : [], is, path)
  if (isRecord(is)) {
    const former = isRecord(was) ? was : {}
    return Object.keys(is)
      .filter((key) => !leftOut.has(key))
      .flatMap((key) => changesBetween(former[key], is[key], path ? `${path}.${key}` : key))
  }
  return JSON.stringify(was) === JSON.stringify(is) || (isEmpty(was) && isEmpty(is)) ? [] : [{ path, before: was, after: is }]
}

function rowChanges(was: readonly unknown[], is: readonly unknown[], path: string): FieldChange[] {
  const rowId = (row: unknown): unknown => (isRecord(row) ? row['id'] : undefined)
  const former = new Map(was.map((row) => [rowId(row), row]))
  const present = new Set(is.map(rowId))
  const changed = is.flatMap((row, index) =>
    former.has(rowId(row))
      ? changesBetween(former.get(rowId(row)), row, `${path}.${index}`)
      : [{ path: `${path}.${index}`, before: null, after: told(row) }],
  )
  const removed = was.flatMap((row, index) =>
    present.has(rowId(row)) ? [] : [{ path: `${path}.${index}`, before: told(row), after: null }],
  )
  return [...changed, ...removed]
}
