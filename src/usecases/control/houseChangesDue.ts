import type { PayloadRequest } from 'payload'

import { findDocuments } from '@/src/engine/documents/findDocuments'
import { takeStep } from '@/src/engine/step'

/** Confirmed changes whose moment has come are written where they belong. Returns how many. */
export async function putDueChangesInForce(req: PayloadRequest, instant: string): Promise<number> {
  const due = await findDocuments({
    req,
    slug: 'house-changes',
    where: { and: [{ status: { equals: 'confirmed' } }, { effectiveFrom: { less_than_equal: instant } }] },
    sort: 'effectiveFrom',
    limit: 100,
    overrideAccess: true,
  })
  for (const { id } of due) await takeStep({ req, slug: 'house-changes', id, verb: 'takeEffect', body: {} })
  return due.length
}
