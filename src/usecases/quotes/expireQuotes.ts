import type { PayloadRequest } from 'payload'

import type { Quote } from '@/src/domain/quotes/quote'

import type { AnyDocument, Verb } from '@/src/engine/document'
import { takeStep } from '@/src/engine/step'

/** 过期: the clock's, not a person's. */
export const expireQuote: Verb<Quote & AnyDocument> = {
  name: 'expire',
  label: { zh: '过期', en: 'Expire' },
  roles: [],
  offered: () => false,
  run: () => Promise.resolve({ patch: { status: 'expired', statusBeforeOrder: 'expired' } as Partial<Quote & AnyDocument> }),
}

/** Approved and sent quotes whose last day has passed expire; lost, ordered and superseded ones never change. `today` is a business date. */
export async function expireQuotes({ req, today }: { req: PayloadRequest; today: string }): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'quotes' as never,
    where: { and: [{ status: { in: ['approved', 'sent'] } }, { validUntil: { less_than: today } }] },
    sort: 'id',
    limit: 500,
    depth: 0,
    overrideAccess: true,
    req,
  })
  for (const { id } of docs as unknown as Array<{ id: number }>) {
    await takeStep({ req, slug: 'quotes', id, verb: 'expire', body: {} })
  }
  return docs.length
}
