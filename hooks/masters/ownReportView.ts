import type { CollectionBeforeValidateHook } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'

/** A view belongs to whoever made it, and is shared when it names roles. */
export const ownReportView: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (!data) return data
  const roles: unknown = data.roles ?? originalDoc?.roles ?? []
  return { ...data, owner: idOf(originalDoc?.owner) ?? idOf(req.user), shared: Array.isArray(roles) && roles.length > 0 }
}
