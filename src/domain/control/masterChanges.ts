import type { FieldChange } from './changesBetween'

/** Never written down: secrets, and what changes by itself. */
const leftOut = new Set([
  'password', 'secret', 'newSecret', 'hash', 'salt', 'apiKey', 'apiKeyIndex', 'sessions', 'resetPasswordToken', 'resetPasswordExpiration',
  'loginAttempts', 'lockUntil', 'updatedAt', 'createdAt', 'collection', '_strategy', 'globalType', 'url', 'thumbnailURL', 'sizes', 'checks', 'version',
]) // prettier-ignore

const isPlain = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

const isRecord = (value: Record<string, unknown>): boolean => 'id' in value && ('createdAt' in value || 'updatedAt' in value)

/** A relation counts by its id, whether it was read out as id or as document. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable)
  if (!isPlain(value)) return value ?? null
  if (isRecord(value)) return value['id']
  const compared: Record<string, unknown> = {}
  for (const key of Object.keys(value)) if (!leftOut.has(key)) compared[key] = comparable(value[key])
  return compared
}

const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0)

/** Of lists as long as each other, and of objects, their text is compared; most values are neither. */
const isSame = (was: unknown, is: unknown): boolean =>
  was === is ||
  (isNothing(was) && isNothing(is)) ||
  (typeof was === 'object' && typeof is === 'object' && lengthOf(was) === lengthOf(is) && JSON.stringify(was) === JSON.stringify(is))

const lengthOf = (value: object | null): number | null => (Array.isArray(value) ? value.length : null)

function note(former: Record<string, unknown>, after: Record<string, unknown>, path: string, changes: FieldChange[]): void {
  for (const key of Object.keys(after)) {
    if (leftOut.has(key) || (path === '' && key === 'id')) continue
    const [was, is] = [former[key], after[key]]
    const at = path === '' ? key : `${path}.${key}`
    if (isPlain(is) && !isRecord(is) && (isPlain(was) || was == null)) {
      note(isPlain(was) ? was : {}, is, at, changes)
      continue
    }
    const [before, now] = [comparable(was), comparable(is)]
    if (!isSame(before, now)) changes.push({ path: at, before, after: now })
  }
}

/**
 * What changed, field by field, groups walked into (`credit.limit`), lists as a whole. Only fields the new record shows are
 * compared: a field its reader may not see is absent there, not cleared.
 */
export function masterChanges(before: unknown, after: unknown): FieldChange[] {
  const changes: FieldChange[] = []
  if (isPlain(after)) note(isPlain(before) ? before : {}, after, '', changes)
  return changes
}

const plainText = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/

/** A value as JSON; most texts need only their quotes. */
function written(value: unknown): string {
  if (typeof value === 'string' && plainText.test(value)) return `"${value}"`
  return typeof value === 'boolean' || Number.isSafeInteger(value) ? String(value) : JSON.stringify(value)
}

const beginnings = new Map<string, string>()

/** How the change of a field that said nothing begins; there are as many as there are fields. */
function beginningOf(path: string): string {
  const known = beginnings.get(path)
  if (known !== undefined) return known
  const begun = `{"path":${JSON.stringify(path)},"before":null,"after":`
  beginnings.set(path, begun)
  return begun
}

function tell(record: Record<string, unknown>, path: string): string {
  let told = ''
  for (const key of Object.keys(record)) {
    const value = record[key]
    if (value === undefined || value === null || leftOut.has(key) || (path === '' && key === 'id')) continue
    const at = path === '' ? key : `${path}.${key}`
    if (isPlain(value) && !isRecord(value)) {
      const inner = tell(value, at)
      if (inner !== '') told += told === '' ? inner : `,${inner}`
      continue
    }
    const now = typeof value === 'object' ? comparable(value) : value
    if (!isNothing(now)) told += `${told === '' ? '' : ','}${beginningOf(at)}${written(now)}}`
  }
  return told
}

/** What a new record says, as JSON: `masterChanges` of nothing and it. Thousands are written at once, and nobody reads them on the way. */
export const newRecordChanges = (record: Record<string, unknown>): string => `[${tell(record, '')}]`
