import type { Role } from '@/src/domain/people/person'
import type { CollectionConfig } from 'payload'

import { scopeWhere } from './dataScope'
import type { OwnerPaths } from './dataScope'
import { hasAnyRole, hasRole } from './roles'

type CollectionAccess = NonNullable<CollectionConfig['access']>

/** The header fields every sales document keeps its owner in. */
export const salesOwner: OwnerPaths = { salesperson: 'salesperson', department: 'department', preparedBy: 'preparedBy' }

/**
 * Access of a business document: who enters it, who edits it (verbs check their own roles besides), and whose rows one sees.
 * Documents are never deleted; they are cancelled. Without `update` the creators edit; without `read` every role reads.
 */
export function documentAccess({
  create,
  update = create,
  read,
  scope,
}: {
  create: readonly Role[]
  update?: readonly Role[]
  read?: readonly Role[]
  scope: OwnerPaths
}): CollectionAccess {
  const readers = read ? new Set<Role>([...read, ...create, ...update, 'generalManager', 'auditor']) : null
  const mayRead = (user: unknown): boolean => (readers ? hasRole(user, ...readers) : hasAnyRole(user))
  return {
    create: ({ req }) => hasRole(req.user, ...create),
    read: ({ req }) => mayRead(req.user) && scopeWhere(req.user, scope),
    update: ({ req }) => hasRole(req.user, ...update) && scopeWhere(req.user, scope),
    delete: () => false,
  }
}

/** Access of a master record: everybody in the house reads, the named roles and `admin` (who sets the house up) maintain. */
export function masterAccess({
  maintain,
  remove = maintain,
  read,
}: {
  maintain: readonly Role[]
  remove?: readonly Role[]
  read?: CollectionAccess['read']
}): CollectionAccess {
  return {
    create: ({ req }) => hasRole(req.user, 'admin', ...maintain),
    read: read ?? (({ req }) => hasAnyRole(req.user)),
    update: ({ req }) => hasRole(req.user, 'admin', ...maintain),
    delete: ({ req }) => hasRole(req.user, 'admin', ...remove),
  }
}

/** Books and logs: the named roles read, nobody writes through an API. */
export function readOnlyAccess({ read, scope = {} }: { read: readonly Role[]; scope?: OwnerPaths }): CollectionAccess {
  return {
    create: () => false,
    read: ({ req }) => hasRole(req.user, ...read) && scopeWhere(req.user, scope),
    update: () => false,
    delete: () => false,
  }
}
