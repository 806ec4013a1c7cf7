/** The roles a person can hold, in the order they are offered. */
export const roles = [
  'sales',
  'salesManager',
  'pmc',
  'rd',
  'engineering',
  'warehouse',
  'finance',
  'generalManager',
  'auditor',
  'admin',
] as const

export type Role = (typeof roles)[number]

export type DataScope = 'own' | 'department' | 'all'

/** What access rules need to know of the person asking; relations may come as ids or as documents. */
export type BusinessUser = {
  id: number
  name?: string | null
  email?: string | null
  roles?: readonly Role[] | null
  department?: number | { id: number } | null
  language?: 'zh' | 'en' | null
  dataScope?: DataScope | null
  warehouses?: ReadonlyArray<number | { id: number }> | null
  seeCost?: boolean | null
  seeMinimumPrice?: boolean | null
  seeCreditLimit?: boolean | null
  editPrice?: boolean | null
  sellBelowMinimum?: boolean | null
  releaseQuota?: number | null
}

/** Whoever a request comes from; Payload's own user type knows nothing of our fields. */
export type Asking = unknown

/** The person of a request as we know him, or null for an anonymous one. */
export const businessUser = (user: Asking): BusinessUser | null =>
  user !== null && typeof user === 'object' && 'id' in user ? (user as BusinessUser) : null

/** True when the person holds at least one of the roles. An anonymous request holds none. */
export function hasRole(user: Asking, ...wanted: readonly Role[]): boolean {
  const held = businessUser(user)?.roles
  return Array.isArray(held) && wanted.some((role) => held.includes(role))
}

/** Roles that read everything, whoever it belongs to. */
export const readsEverything = (user: Asking): boolean => hasRole(user, 'generalManager', 'auditor')

/** A person without any role sees and does nothing. */
export const hasAnyRole = (user: Asking): boolean => hasRole(user, ...roles)

/** The id of a relation given as id or as document. */
export function idOf(relation: unknown): number | null {
  if (typeof relation === 'number') return relation
  if (relation !== null && typeof relation === 'object' && 'id' in relation) return Number((relation as { id: unknown }).id)
  return null
}
