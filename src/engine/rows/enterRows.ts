import type { Row } from '@/src/db/rowsAside'

import { fieldsOf, isList, type RowField } from './rowFields'
import { type Hooked, hooksOf } from './runHooks'

export type Entering = Hooked & { operation: 'create' | 'update' }

const empty = new Set<unknown>(['', 'none', 'null'])

type Sanitize = (value: unknown) => unknown

const asId: Sanitize = (value) => {
  if (empty.has(value)) return null
  return value !== null && typeof value === 'object' && 'id' in value ? value.id : value
}

/** Values as a form or an import may write them, as fields of a type hold them; of other types they are what they are. */
const sanitizers: Partial<Record<RowField['type'], Sanitize>> = {
  array: (value) => (value === '0' || value === 0 ? [] : value),
  checkbox: (value) => (value === 'true' ? true : value === 'false' || value === '' ? false : value),
  number: (value) => (typeof value !== 'string' ? value : value.trim() === '' ? null : parseFloat(value.trim())),
  relationship: asId,
  upload: asId,
}

/** What gives a field its value where nothing is given for it, or the promise of it; null: it has no default. */
function defaultOf({ req }: Entering, field: RowField): (() => unknown) | null {
  const given: unknown = 'defaultValue' in field ? field.defaultValue : undefined
  if (given === undefined) return null
  if (typeof given === 'function') return () => given({ locale: req.locale ?? '', req, user: req.user }) as unknown
  return () => (typeof given === 'object' ? structuredClone(given) : given)
}

/** Whether this person writes the field at all: asked once, not for every row. */
async function isWritable({ req, operation, overrideAccess, doc }: Entering, field: RowField): Promise<boolean> {
  const access = 'access' in field ? field.access?.[operation] : undefined
  return !access || overrideAccess || (await access({ req, data: doc, doc, siblingData: {} }))
}

/**
 * Rows as somebody entered them become rows as the rules expect them: values as their fields hold them, what he may not write left as it
 * was, what is missing as it was or by default. The same as Payload does field by field, each question asked once for all rows.
 */
export async function enterRows(
  entering: Entering,
  fields: readonly RowField[],
  rows: readonly Row[],
  before: readonly Row[],
): Promise<Row[]> {
  if (rows.length === 0) return []
  const was = new Map(before.map((row) => [row['id'], row]))
  const plans = await Promise.all(
    fields.map(async (field) => ({
      field,
      writable: await isWritable(entering, field),
      preset: defaultOf(entering, field),
      sanitize: sanitizers[field.type],
      hooks: hooksOf(entering, field, fields, 'beforeValidate'),
    })),
  )
  const entered: Row[] = []
  for (const given of rows) {
    const row: Row = { ...given }
    const former = (row['id'] ? was.get(row['id']) : undefined) ?? {}
    for (const { field, writable, preset, sanitize, hooks } of plans) {
      const { name } = field
      let value = row[name]
      if (sanitize && value !== undefined) value = sanitize(value)
      if (hooks) {
        const answer = hooks(value === undefined ? former[name] : value, row, former)
        value = answer instanceof Promise ? await answer : answer
      }
      if (!writable) value = undefined
      if (value === undefined && former[name] !== undefined && (entering.operation === 'update' || writable))
        value = structuredClone(former[name])
      if (value === undefined && preset) value = preset()
      if (value instanceof Promise) value = await value
      if (isList(field) && Array.isArray(value)) {
        const formerRows = Array.isArray(former[name]) ? (former[name] as Row[]) : []
        value = await enterRows(entering, fieldsOf(field), value.filter(isRow), formerRows)
      }
      if (value !== undefined) row[name] = value
      else if (name in row) delete row[name]
    }
    entered.push(row)
  }
  return entered
}

export const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value)

/** Rows as they go to the database: every field's last hooks are run, nested rows get their ids. */
export async function readyRows(hooked: Hooked, fields: readonly RowField[], rows: readonly Row[]): Promise<Row[]> {
  if (rows.length === 0) return []
  const plans = fields.flatMap((field) => {
    const hooks = hooksOf(hooked, field, fields, 'beforeChange')
    return hooks || isList(field) ? [{ field, hooks }] : []
  })
  const ready: Row[] = []
  for (const given of rows) {
    const row: Row = { ...given }
    for (const { field, hooks } of plans) {
      const value = row[field.name]
      if (hooks) {
        const given = hooks(value, row, {})
        const answer: unknown = given instanceof Promise ? await given : given
        if (answer !== undefined) row[field.name] = answer
      }
      if (isList(field) && Array.isArray(value)) row[field.name] = await readyRows(hooked, fieldsOf(field), value.filter(isRow))
    }
    ready.push(row)
  }
  return ready
}
