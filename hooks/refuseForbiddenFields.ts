import type { CollectionBeforeOperationHook, Field, FieldAccess, FlattenedField, PayloadRequest } from 'payload'

import type { WordedFinding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'

import { refuseIfAny } from '@/src/engine/refusal'

type Values = Record<string, unknown>
type Guarded = {
  access?: { create?: FieldAccess; read?: FieldAccess; update?: FieldAccess }
  admin?: { readOnly?: boolean }
  defaultValue?: unknown
}

/** A relation counts by its id; nothing, no and the empty text are the same. */
const plain = (value: unknown): unknown => {
  if (value === undefined || value === null || value === '' || value === false) return null
  return typeof value === 'object' && !Array.isArray(value) ? (idOf(value) ?? value) : value
}
const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(plain(a)) === JSON.stringify(plain(b)) || (typeof plain(a) === 'number' && Number(b) === plain(a))

type Asked = {
  req: PayloadRequest
  operation: 'create' | 'update'
  data: Values
  id: number | undefined
  fields: readonly FlattenedField[]
}
/** `unseen`: he may not read it either. */
type Forbidden = { path: string; value: unknown; defaultValue: unknown; unseen: boolean }

/** The fields given that this person may not write, whether or not he changes them. */
async function forbidden({ req, operation, data, id, fields }: Asked, path = ''): Promise<Forbidden[]> {
  const found: Forbidden[] = []
  for (const field of fields) {
    const value = data[field.name]
    if (value === undefined) continue
    const { access, admin, defaultValue } = field as Field & Guarded
    const at = `${path}${field.name}`
    if (field.type === 'group' || field.type === 'tab') {
      found.push(...(await forbidden({ req, operation, data: (value ?? {}) as Values, id, fields: field.flattenedFields }, `${at}.`)))
      continue
    }
    const rule = access?.[operation]
    // what the house computes is dropped, not refused: whoever reads a record may send it back
    if (!rule || admin?.readOnly) continue
    const about = { req, data, siblingData: data, ...(id === undefined ? {} : { id }) }
    if (await rule(about)) continue
    const unseen = access.read !== undefined && !(await access.read(about))
    found.push({ path: at, value, defaultValue, unseen })
  }
  return found
}

const refuse = (req: PayloadRequest, paths: readonly string[]): void =>
  refuseIfAny(
    req,
    paths.map((path): WordedFinding => ({ code: 'NOT_YOUR_FIELD', path, facts: { field: path } })),
  )

/** Refuses fields that this person may not write, whatever stands in them: where naming one changes it. */
export async function refuseClosedFields(asked: Asked): Promise<void> {
  refuse(
    asked.req,
    (await forbidden(asked)).map(({ path }) => path),
  )
}

const valueAt = (record: Values, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => (at === null || typeof at !== 'object' ? undefined : (at as Values)[name]), record)

/**
 * A field that somebody may not write is refused when he changes it. The platform would drop the value and answer that all is well: a
 * customer "frozen" by a clerk stayed active. Masters and documents, by every way in.
 */
export const refuseForbiddenFields: CollectionBeforeOperationHook = async ({ args, operation, req, collection }) => {
  const given = args as { data?: Values; id?: number | string; overrideAccess?: boolean }
  const kind = operation === 'create' ? 'create' : operation === 'update' || operation === 'updateByID' ? 'update' : null
  if (kind === null || given.overrideAccess === true || !given.data || !req.user) return args
  if (kind === 'update' && given.id === undefined) return args
  const id = given.id === undefined ? undefined : Number(given.id)
  const found = await forbidden({ req, operation: kind, data: given.data, id, fields: collection.flattenedFields })
  if (found.length === 0) return args
  const before =
    id === undefined
      ? {}
      : ((await req.payload.findByID({
          collection: collection.slug as 'customers',
          id,
          depth: 0,
          overrideAccess: true,
          disableErrors: true,
          req,
        })) as Values | null)
  if (before === null) return args
  const changed = found.filter(({ path, value, defaultValue, unseen }) => {
    // what he does not know he cannot send back: no answer says whether he has guessed it, and nothing is nothing
    if (unseen && kind === 'update') return plain(value) !== null
    const entered = typeof defaultValue === 'function' ? value : defaultValue
    return !same(value, kind === 'create' ? entered : valueAt(before, path))
  })
  refuse(
    req,
    changed.map(({ path }) => path),
  )
  return args
}
