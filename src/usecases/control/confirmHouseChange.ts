import { mayConfirm } from '@/src/domain/control/houseChange'
import { idOf } from '@/src/domain/kernel/idOf'
import type { Verb, VerbContext } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'

import { confirmers } from './confirmers'
import type { HouseChangeDocument } from './prepareHouseChange'
import { putChangeInForce } from './putChangeInForce'
import { tellOfHouseChange } from './tellOfHouseChange'

/** Whether somebody else proposed it, and it gives whoever confirms it no right. */
const isAnothers = ({ actor, doc }: Pick<VerbContext<HouseChangeDocument>, 'actor' | 'doc'>): boolean =>
  !actor || mayConfirm({ actor: actor.id, proposer: idOf(doc.preparedBy), person: idOf(doc.person) })

/** 确认: in force at once, or from the moment the proposal names; by somebody who neither proposed it nor is given a right by it. */
export const confirmHouseChange: Verb<HouseChangeDocument> = {
  name: 'confirm',
  label: { zh: '确认', en: 'Confirm' },
  roles: confirmers,
  possible: isAnothers,
  run: async ({ req, doc, actor, now }) => {
    if (!isAnothers({ actor, doc }))
      refuse(req, { code: 'FOUR_EYES', facts: { no: doc.no, verb: 'confirm' }, remedy: { action: 'askColleague' } })
    const isDue = !doc.effectiveFrom || doc.effectiveFrom <= now.instant
    const changes = isDue ? await putChangeInForce(req, doc) : doc.changes
    return {
      patch: {
        status: isDue ? 'effective' : 'confirmed',
        approvedBy: actor?.id ?? null,
        approvedAt: now.instant,
        changes: changes as HouseChangeDocument['changes'],
        effectiveFrom: doc.effectiveFrom ?? now.instant,
      },
      after: (stored) => tellOfHouseChange(req, stored, [idOf(doc.preparedBy), idOf(doc.person)]),
    }
  },
}
