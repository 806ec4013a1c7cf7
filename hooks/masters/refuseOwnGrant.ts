import type { CollectionBeforeChangeHook } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { grantedRights } from '@/src/domain/people/grantedRights'
import type { Person } from '@/src/domain/people/person'
import { refuse } from '@/src/engine/refusal'

/** 四眼: nobody gives himself a right; an administrator asks another one. He may give one up. */
export const refuseOwnGrant: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || !req.user || idOf(req.user) !== idOf(originalDoc)) return data
  const granted = grantedRights(originalDoc as Partial<Person>, data as Partial<Person>)
  if (granted.length > 0)
    refuse(req, { code: 'FOUR_EYES', path: granted[0] ?? 'roles', facts: { fields: granted }, remedy: { action: 'askColleague' } })
  return data
}
