import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

type ReturnEntered = Stored<'returns'>

/** 取消: the customer keeps the goods after all. */
export const cancelReturn: Verb<ReturnEntered, Reason> = {
  name: 'cancel',
  label: { zh: '取消退货', en: 'Cancel' },
  roles: ['sales', 'salesManager', 'warehouse', 'generalManager'],
  ...withReason,
  run: () => Promise.resolve({ patch: { status: 'cancelled' } }),
}
