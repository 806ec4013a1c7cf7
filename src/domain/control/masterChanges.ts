import type { FieldChange } from './changesBetween'

/** Never written down: secrets, and what changes by itself. */
const leftOut = new Set([
  'password', 'secret', 'newSecret', 'hash', 'salt', 'apiKey', 'apiKeyIndex', 'sessions', 'resetPasswordToken', 'resetPasswordExpiration',
  'loginAttempts', 'lockUntil', 'updatedAt', 'createdAt', 'collection', '_strategy', 'globalType', 'url', 'thumbnailURL', 'sizes', 'checks', 'version',
]) // prettier-ignore

const isPlain = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

/** A relation counts by its id, whether it was read out as id or as document. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable)
  if (!isPlain(value)) return value ?? null
  if ('id' in value && ('createdAt' in value || 'updatedAt' in value)) return value.id
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !leftOut.has(key))
      .map(([key, inner]) => [key, comparable(inner)]),
  )
}

/**
 * What changed, field by field, groups walked into (`credit.limit`), lists as a whole. Only fields the new record shows are
 * compared: a field its reader may not see is absent there, not cleared.
 */
export function masterChanges(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (!isPlain(after)) return []
  const former = isPlain(before) ? before : {}
  return Object.entries(after).flatMap(([key, value]) => {
    if (leftOut.has(key) || (path === '' && key === 'id')) return []
    const at = path ? `${path}.${key}` : key
    if (
      isPlain(value) &&
      !('id' in value && ('createdAt' in value || 'updatedAt' in value)) &&
      (isPlain(former[key]) || former[key] == null)
    ) {
      return masterChanges(former[key], value, at)
    }
    const [was, is] = [comparable(former[key]), comparable(value)]
    const empty = (x: unknown): boolean => x === null || (Array.isArray(x) && x.length === 0)
    return JSON.stringify(was) === JSON.stringify(is) || (empty(was) && empty(is)) ? [] : [{ path: at, before: was, after: is }]
  })
}
