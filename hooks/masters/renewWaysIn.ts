import type { CollectionAfterChangeHook } from 'payload'

import { renewWaysMadeByOthers } from '@/src/accounts/renewWaysIn'
import { gainedPowers } from '@/src/domain/people/gainedPowers'
import { actsForHouse } from '@/src/engine/operation'

/**
 * Powers that two people give go to a person, not to whoever once set his password: an administrator who made the account, and could still
 * get into it, would be the second person of his own proposals. The ways in are made anew at the address the second person has confirmed.
 */
export const renewWaysInWithPowers: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const isGiven = operation === 'update' && actsForHouse(req) && gainedPowers(previousDoc ?? {}, doc).length > 0
  if (isGiven) await renewWaysMadeByOthers(req, doc)
  return doc
}
