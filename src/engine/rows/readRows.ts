import { type ArrayField, createDataloaderCacheKey } from 'payload'

import type { Row } from '@/src/db/rowsAside'

import { isRow } from './enterRows'
import { fieldsOf, isList, isStored, type RowField } from './rowFields'
import { type Hooked, hooksOf } from './runHooks'
import { toScale } from './toScale'

/** How somebody reads: as far as he asked, and no further than he may. */
export type Reading = Hooked & { depth: number; currentDepth: number; showHiddenFields: boolean }

type Keeper = { name: string; keep: (value: unknown) => unknown }

/** How the database holds the values of a field. */
function keeperOf(field: RowField): Keeper['keep'] {
  const given: unknown = 'defaultValue' in field ? field.defaultValue : undefined
  const empty = given === undefined || typeof given === 'function' ? null : given
  const kept = keptAs(field)
  return (value) => (value === undefined ? empty : value === null ? null : kept(value))
}

function keptAs(field: RowField): Keeper['keep'] {
  if (field.type === 'json') return (value) => JSON.parse(JSON.stringify(value)) as unknown
  if (field.type !== 'number') return (value) => value
  const scale: unknown = field.custom?.['scale']
  return typeof scale === 'number' ? (value) => toScale(value as number | string, scale) : Number
}

function listKeeper(list: ArrayField): Keeper['keep'] {
  const fields = fieldsOf(list)
  return (value) => (Array.isArray(value) ? rowsAsStored(fields, value.filter(isRow)) : [])
}

/** Rows that were just written, as the database holds them: what was not given is empty, figures have the places of their columns. */
export function rowsAsStored(fields: readonly RowField[], rows: readonly Row[]): Row[] {
  if (rows.length === 0) return []
  const keepers = fields
    .filter(isStored)
    .map((field): Keeper => ({ name: field.name, keep: isList(field) ? listKeeper(field) : keeperOf(field) }))
  return rows.map((row) => {
    const stored: Row = {}
    for (const { name, keep } of keepers) stored[name] = keep(row[name])
    return stored
  })
}

/** Whether this person reads the field at all: asked once, not for every row. */
async function isShown({ req, doc, overrideAccess, showHiddenFields }: Reading, field: RowField): Promise<boolean> {
  if ('hidden' in field && field.hidden && !showHiddenFields) return false
  const access = 'access' in field ? field.access?.read : undefined
  return !access || overrideAccess || (await access({ req, data: doc, doc, siblingData: {} }))
}

/** The records that a field of all rows names, each asked for once; what may not be read stays an id. */
async function named(
  { req, depth, currentDepth, overrideAccess, showHiddenFields }: Reading,
  field: RowField,
  rows: readonly Row[],
): Promise<Map<unknown, unknown>> {
  const found = new Map<unknown, unknown>()
  if ((field.type !== 'relationship' && field.type !== 'upload') || typeof field.relationTo !== 'string') return found
  const most = 'maxDepth' in field && typeof field.maxDepth === 'number' ? Math.min(field.maxDepth, depth) : depth
  if (most < currentDepth) return found
  const { config } = req.payload.collections[field.relationTo]
  const ids = new Set(rows.map((row) => row[field.name]).filter((id) => typeof id === 'number' || typeof id === 'string'))
  await Promise.all(
    [...ids].map(async (id) => {
      const record: unknown = await req.payloadDataLoader.load(
        createDataloaderCacheKey({
          collectionSlug: config.slug,
          currentDepth: currentDepth + 1,
          depth: most,
          docID: id,
          draft: false,
          fallbackLocale: null,
          locale: req.locale ?? '',
          overrideAccess,
          select: config.defaultPopulate,
          showHiddenFields,
          transactionID: req.transactionID as number | string,
        }),
      )
      if (record) found.set(id, record)
    }),
  )
  return found
}

/** Stored rows as this person reads them: the same as Payload's reading, each question asked once for all rows. */
export async function readRows(reading: Reading, fields: readonly RowField[], rows: readonly Row[]): Promise<Row[]> {
  if (rows.length === 0) return []
  const plans = await Promise.all(
    fields.map(async (field) => ({
      field,
      shown: await isShown(reading, field),
      hooks: hooksOf(reading, field, fields, 'afterRead'),
      records: await named(reading, field, rows),
    })),
  )
  // most fields are shown as they are stored
  const changing = plans.filter(({ field, shown, hooks, records }) => !shown || hooks !== null || records.size > 0 || isList(field))
  const read: Row[] = []
  for (const stored of rows) {
    const row: Row = { ...stored }
    for (const { field, shown, hooks, records } of changing) {
      const { name } = field
      if (!(name in stored)) continue // not asked for
      if (!shown) {
        delete row[name]
        continue
      }
      if (hooks) {
        const given = hooks(row[name], row, {})
        const answer: unknown = given instanceof Promise ? await given : given
        if (answer !== undefined) row[name] = answer
      }
      if (records.has(row[name])) row[name] = records.get(row[name])
      if (isList(field)) row[name] = await readRows(reading, fieldsOf(field), Array.isArray(row[name]) ? row[name].filter(isRow) : [])
    }
    read.push(row)
  }
  return read
}
