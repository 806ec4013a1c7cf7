import type { PayloadRequest } from 'payload'

import { replacedAdjustments } from '@/src/ledger/facts/priceAdjustments'

import { findDocuments } from '@/src/engine/documents/findDocuments'
import { takeStep } from '@/src/engine/step'

const step = async (req: PayloadRequest, id: number, verb: 'takeEffect' | 'supersede'): Promise<void> => {
  await takeStep({ req, slug: 'price-adjustments', id, verb, body: {} })
}

/** Adjustments in force whose prices have all been replaced are superseded. Returns how many. */
export async function supersedeReplaced(req: PayloadRequest, today: string): Promise<number> {
  const replaced = await replacedAdjustments(req, today)
  for (const id of replaced) await step(req, id, 'supersede')
  return replaced.length
}

/** Approved adjustments whose day has come are in force. Only their status and the news of it: prices hold by their dates. */
export async function takeEffectOfDue(req: PayloadRequest, today: string): Promise<number> {
  const docs = await findDocuments({
    req,
    slug: 'price-adjustments',
    where: { and: [{ status: { equals: 'approved' } }, { effectiveFrom: { less_than_equal: today } }] },
    sort: 'id',
    limit: 500,
    overrideAccess: true,
  })
  for (const { id } of docs) await step(req, id, 'takeEffect')
  return docs.length
}
