import { z } from 'zod'

import { workOrderStatuses } from '@/src/domain/samples/workOrder'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type WorkOrderDocument = Stored<'sample-work-orders'>

const followBody = z.object({ status: z.enum(workOrderStatuses), qty: z.number(), keepLine: z.boolean() })

/** The order line has changed; see `followLine`. A line that is gone is no longer named. */
export const followLine: Verb<WorkOrderDocument, z.infer<typeof followBody>> = {
  name: 'follow-line',
  label: { zh: '随订单变更', en: 'Follow the order' },
  roles: [],
  body: followBody,
  offered: () => false,
  run: async ({ body }) => ({
    patch: { status: body.status, qty: body.qty, ...(body.keepLine ? {} : { orderLine: null }) } as Partial<WorkOrderDocument>,
  }),
}
