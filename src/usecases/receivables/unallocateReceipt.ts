import type { z } from 'zod'

import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { takenBack, takingBack } from '@/src/engine/posting/settle'

/** 取消核销: takes back what this receipt has settled: everything, or the invoices named, in full or in part; the latest first. */
export const unallocateReceipt: Verb<Stored<'receipts'>, z.infer<typeof takingBack>> = {
  name: 'unallocate',
  label: { zh: '取消核销', en: 'Take back allocation' },
  roles: ['finance', 'generalManager'],
  body: takingBack,
  offered: (doc) => (doc.allocations ?? []).length > 0,
  run: ({ req, doc, body: asked }) =>
    Promise.resolve({ patch: { allocations: takenBack({ req, document: doc.no, rows: doc.allocations ?? [], asked }) } }),
}
