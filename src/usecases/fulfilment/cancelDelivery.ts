import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

/** 取消: what the delivery took over goes back to its order. */
export const cancelDelivery: Verb<Stored<'deliveries'>, Reason> = {
  name: 'cancel',
  label: { zh: '取消发货', en: 'Cancel' },
  roles: ['sales', 'salesManager', 'warehouse', 'generalManager'],
  ...withReason,
  run: () => Promise.resolve({ patch: { status: 'cancelled' } }),
}
