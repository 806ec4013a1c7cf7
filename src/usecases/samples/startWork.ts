import type { MaterialLine } from '@/src/domain/samples/workOrder'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

import { makers } from './workOrderMakers'

type WorkOrderDocument = Stored<'sample-work-orders'>

/** 开工: work begins, the material named with its warehouse is issued. */
export const startWork: Verb<WorkOrderDocument> = {
  name: 'start',
  label: { zh: '开工', en: 'Start' },
  roles: makers,
  run: async ({ doc, now }) => ({
    patch: {
      status: 'inWork',
      startedAt: now.instant,
      materials: ((doc.materials ?? []) as MaterialLine[]).map((line) => ({ ...line, issued: line.warehouse !== null })),
    },
  }),
}
