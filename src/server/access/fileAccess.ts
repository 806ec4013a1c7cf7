import type { CollectionConfig, Where } from 'payload'

import { scopeWhere } from './dataScope'
import { businessUser, hasAnyRole, hasRole } from './roles'
import type { Role } from './roles'

/** Whose customer a file belongs to, and who put it there. */
const owner = { salesperson: 'customer.salesperson', department: 'customer.department', preparedBy: 'uploadedBy' }

/** Files of one's own customers, one's own files, and files that belong to no customer (catalogue drawings, goods). */
function visibleFiles(user: unknown): boolean | Where {
  if (!businessUser(user) || !hasAnyRole(user)) return false
  const scope = scopeWhere(user, owner)
  return typeof scope === 'boolean' ? scope : { or: [scope, { customer: { exists: false } }] }
}

/**
 * Access of uploads: the download of a file passes the same rule as its record, so that an address someone was told does not open
 * another salesperson's drawing.
 */
export const fileAccess = ({
  upload,
  remove,
}: {
  upload: readonly Role[]
  remove: readonly Role[]
}): NonNullable<CollectionConfig['access']> => ({
  create: ({ req }) => hasRole(req.user, ...upload),
  read: ({ req }) => visibleFiles(req.user),
  update: ({ req }) => hasRole(req.user, ...upload) && visibleFiles(req.user),
  delete: ({ req }) => hasRole(req.user, ...remove) && visibleFiles(req.user),
})
