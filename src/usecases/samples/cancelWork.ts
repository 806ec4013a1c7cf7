import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

import { makers } from './workOrderMakers'

type WorkOrderDocument = Stored<'sample-work-orders'>

export const cancelWork: Verb<WorkOrderDocument, Reason> = {
  name: 'cancel',
  label: { zh: '取消工单', en: 'Cancel' },
  roles: makers,
  ...withReason,
  run: async () => ({ patch: { status: 'cancelled' } }),
}
