import type { Verb } from '@/src/engine/document'
import { type Reason, withReason } from '@/src/engine/reason'

import { confirmers } from './confirmers'
import type { HouseChangeDocument } from './prepareHouseChange'

/** 撤回: before it is in force. */
export const cancelHouseChange: Verb<HouseChangeDocument, Reason> = {
  name: 'cancel',
  label: { zh: '撤回', en: 'Withdraw' },
  roles: confirmers,
  ...withReason,
  run: async ({ body }) => ({ patch: { status: 'cancelled', answer: body.reason } }),
}
