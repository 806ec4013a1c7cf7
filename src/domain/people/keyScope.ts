/** What a key may do: only read, only behind some doors. A door is a collection (`orders`), one verb of it (`orders/approve`), or a question (`reports`). */
export type KeyScope = { readOnly: boolean; doors: readonly string[] | null }

export type Knock = { method: string; path: string }

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** `/api/orders/12/approve` and `/api/orders/bulk/approve` are orders/approve. */
function doorOf(path: string): { name: string; verb: string | null } {
  const [name = '', middle = '', verb = ''] = path.replace(/^\/api\/?/, '').split('/').map(decoded) // prettier-ignore
  return { name, verb: verb !== '' && (/^\d+$/.test(middle) || middle === 'bulk') ? verb : null }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/**
 * Whether a key opens a door. Never those of accounts, but for "who am I" and names: a key makes no keys and changes no password. A verb
 * that is named is open to a key that may write; reading what the verb is about goes with it.
 */
export function keyAllows({ readOnly, doors }: KeyScope, { method, path }: Knock): boolean {
  const { name, verb } = doorOf(path)
  if (name === 'users' && !isRead(method)) return false
  if (readOnly && !isRead(method)) return false
  if (doors === null || (name === 'users' && path.replace(/\/$/, '') === '/api/users/me')) return true
  if (doors.includes(name)) return true
  if (verb !== null && doors.includes(`${name}/${verb}`)) return true
  return isRead(method) && doors.some((door) => door.startsWith(`${name}/`)) && verb === null
}
