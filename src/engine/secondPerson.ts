import type { PayloadRequest } from 'payload'

import { asksForSecond } from '@/src/domain/control/houseChange'
import { secondPersonFacts } from '@/src/ledger/facts/secondPerson'

import { actorOf } from './actor'
import { actsForHouse } from './operation'
import { settingsOf } from './settings'

/** A person writes by himself: not the house, not what two people have agreed on. */
export const writesAlone = (req: PayloadRequest): boolean => actorOf(req) !== null && req.payloadAPI !== 'local' && !actsForHouse(req)

/** Whether what this person writes needs a second one now. */
export async function isSecondAsked(req: PayloadRequest): Promise<boolean> {
  const actor = actorOf(req)
  if (!actor || !writesAlone(req)) return false
  const { fourEyes } = (await settingsOf(req)).orders
  return fourEyes && asksForSecond({ fourEyes, ...(await secondPersonFacts(req, actor.id)) })
}
