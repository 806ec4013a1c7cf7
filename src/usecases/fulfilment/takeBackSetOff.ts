import type { z } from 'zod'

import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { takenBack, takingBack } from '@/src/engine/posting/settle'

import { isCreditNote } from './creditNote'

/** 取消核销: the invoices this credit note settled are open again: all, or those named, in full or in part. */
export const takeBackSetOff: Verb<Stored<'invoices'>, z.infer<typeof takingBack>> = {
  name: 'unallocate',
  label: { zh: '取消核销', en: 'Take back allocation' },
  roles: ['finance', 'generalManager'],
  body: takingBack,
  offered: (doc) => isCreditNote(doc) && (doc.advances ?? []).some(({ invoice }) => invoice),
  run: ({ req, doc, body: asked }) => {
    const rows = isCreditNote(doc) ? (doc.advances ?? []) : []
    return Promise.resolve({ patch: { advances: takenBack({ req, document: doc.no, rows, asked }) } })
  },
}
