import type { CollectionBeforeChangeHook } from 'payload'

import { refuseIfAny } from '@/src/engine/refusal'

/** The last person who can administer users cannot take the right away from himself: nobody could give it back. */
export const keepAnAdmin: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const administers = (user: { roles?: string[]; disabled?: boolean }): boolean => !user.disabled && Boolean(user.roles?.includes('admin'))
  if (operation !== 'update' || !administers(originalDoc) || administers(data)) return data
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { and: [{ roles: { contains: 'admin' } }, { disabled: { not_equals: true } }, { id: { not_equals: originalDoc.id } }] },
    overrideAccess: true,
    req,
  })
  if (totalDocs === 0) {
    refuseIfAny(req, [
      {
        code: 'INVALID_INPUT',
        path: 'roles',
        facts: { field: 'roles' },
        text: { zh: '至少须保留一名管理员', en: 'At least one administrator must remain' },
      },
    ])
  }
  return data
}
