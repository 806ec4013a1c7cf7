import { idOf } from '@/src/domain/kernel/idOf'
import type { Verb } from '@/src/engine/document'
import { type Reason, withReason } from '@/src/engine/reason'

import { confirmers } from './confirmers'
import type { HouseChangeDocument } from './prepareHouseChange'
import { tellOfHouseChange } from './tellOfHouseChange'

/** 驳回: nothing changes. */
export const rejectHouseChange: Verb<HouseChangeDocument, Reason> = {
  name: 'reject',
  label: { zh: '驳回', en: 'Reject' },
  roles: confirmers,
  ...withReason,
  run: async ({ req, body, doc }) => ({
    patch: { status: 'rejected', answer: body.reason },
    after: (stored) => tellOfHouseChange(req, stored, [idOf(doc.preparedBy)]),
  }),
}
