import type { PayloadRequest } from 'payload'

import type { Successor } from '@/src/ledger/facts/successors'

import { refuse } from './refusal'

type Undone = { id: number; no: string }
type Read = (req: PayloadRequest, doc: Undone) => Promise<readonly Successor[]>

/** What stands on a document and is in the way of undoing it: the button is not offered while there is something, and who presses it is told what. */
export const whileNothingLater = (read: Read) => ({
  possible: async ({ req, doc }: { req: PayloadRequest; doc: Undone }): Promise<boolean> => (await read(req, doc)).length === 0,
  refuseLater: async (req: PayloadRequest, doc: Undone): Promise<void> => {
    const documents = await read(req, doc)
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
  },
})
