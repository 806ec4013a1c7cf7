import type { CollectionBeforeOperationHook, Field, FieldAccess, FlattenedField, PayloadRequest } from 'payload'

import type { WordedFinding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'

import { refuseIfAny } from './refuse'

type Values = Record<string, unknown>
type Guarded = { access?: { create?: FieldAccess; update?: FieldAccess }; admin?: { readOnly?: boolean }; defaultValue?: unknown }

/** A relation counts by its id; nothing, no and the empty text are the same. */
const plain = (value: unknown): unknown => {
  if (value === undefined || value === null || value === '' || value === false) return null
  return typeof value === 'object' && !Array.isArray(value) ? (idOf(value) ?? value) : value
}
const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(plain(a)) === JSON.stringify(plain(b)) || (typeof plain(a) === 'number' && Number(b) === plain(a))

type Asked = { req: PayloadRequest; operation: 'create' | 'update'; data: Values; before: Values; fields: readonly FlattenedField[] }

async function forbidden({ req, operation, data, before, fields }: Asked, path = ''): Promise<string[]> {
  const found: string[] = []
  for (const field of fields) {
    const value = data[field.name]
    if (value === undefined) continue
    const { access, admin, defaultValue } = field as Field & Guarded
    const at = `${path}${field.name}`
    if (field.type === 'group' || field.type === 'tab') {
      const [inner, former] = [(value ?? {}) as Values, (before[field.name] ?? {}) as Values]
      found.push(...(await forbidden({ req, operation, data: inner, before: former, fields: field.flattenedFields }, `${at}.`)))
      continue
    }
    const rule = access?.[operation]
    // what the house computes is dropped, not refused: whoever reads a record may send it back
    if (!rule || admin?.readOnly) continue
    const known = operation === 'create' ? (typeof defaultValue === 'function' ? value : defaultValue) : before[field.name]
    if (same(value, known)) continue
    if (!(await rule({ req, data, doc: before, siblingData: data, id: before['id'] as number }))) found.push(at)
  }
  return found
}

/**
 * A field that somebody may not write is refused when he changes it. The platform would drop the value and answer that all is well: a
 * customer "frozen" by a clerk stayed active.
 */
export const refuseForbiddenFields: CollectionBeforeOperationHook = async ({ args, operation, req, collection }) => {
  const given = args as { data?: Values; id?: number | string; overrideAccess?: boolean }
  const kind = operation === 'create' ? 'create' : operation === 'update' || operation === 'updateByID' ? 'update' : null
  if (kind === null || given.overrideAccess === true || !given.data || !req.user) return args
  if (kind === 'update' && given.id === undefined) return args
  const before =
    kind === 'create'
      ? {}
      : ((await req.payload.findByID({
          collection: collection.slug as 'customers',
          id: given.id as number,
          depth: 0,
          overrideAccess: true,
          disableErrors: true,
          req,
        })) as unknown as Values | null)
  if (before === null) return args
  const paths = await forbidden({ req, operation: kind, data: given.data, before, fields: collection.flattenedFields })
  refuseIfAny(
    req,
    paths.map((path): WordedFinding => ({ code: 'NOT_YOUR_FIELD', path, facts: { field: path } })),
  )
  return args
}
