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

/** How far a person sees: his own rows, those of his department, all. */
export type DataScope = 'own' | 'department' | 'all'

/** What the rules of rights need to know of a person; relations may come as ids or as documents. */
export type Person = {
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
  mergeCustomers?: boolean | null
  releaseQuota?: number | null
}

/** True when the person holds at least one of the roles. Nobody holds none. */
export const holdsRole = (person: Person | null, ...wanted: readonly Role[]): boolean =>
  Array.isArray(person?.roles) && wanted.some((role) => person.roles?.includes(role))

/** A person without any role sees and does nothing. */
export const holdsAnyRole = (person: Person | null): boolean => holdsRole(person, ...roles)
