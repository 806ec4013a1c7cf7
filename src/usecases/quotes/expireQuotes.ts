import type { PayloadRequest } from 'payload'

import type { Verb } from '@/src/engine/document'
import { takeStep } from '@/src/engine/step'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'

/** 过期: the clock's, not a person's. */
export const expireQuote: Verb<Stored<'quotes'>> = {
  name: 'expire',
  label: { zh: '过期', en: 'Expire' },
  roles: [],
  offered: () => false,
  run: () => Promise.resolve({ patch: { status: 'expired', statusBeforeOrder: 'expired' } as Partial<Stored<'quotes'>> }),
}

/** Approved and sent quotes whose last day has passed expire; lost, ordered and superseded ones never change. `today` is a business date. */
export async function expireQuotes({ req, today }: { req: PayloadRequest; today: string }): Promise<number> {
  const docs = await findDocuments({
    req,
    slug: 'quotes',
    where: { and: [{ status: { in: ['approved', 'sent'] } }, { validUntil: { less_than: today } }] },
    sort: 'id',
    limit: 500,
    overrideAccess: true,
  })
  for (const { id } of docs) {
    await takeStep({ req, slug: 'quotes', id, verb: 'expire', body: {} })
  }
  return docs.length
}
