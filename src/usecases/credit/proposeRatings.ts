import type { PayloadRequest } from 'payload'

import { addMonths, businessDate } from '@/src/domain/kernel/businessDate'
import { customersToRate } from '@/src/ledger/facts/rating'

import { settingsOf } from '@/src/engine/settings'

export type ProposedRating = { id: number; no: string; customer: number; grade: string }

/**
 * Proposes a rating for every customer with enough history, or for those named; run again on the same day it proposes nothing anew.
 * Nothing of a customer changes until a proposal is approved.
 */
export async function proposeRatings({
  req,
  date,
  customers,
}: {
  req: PayloadRequest
  date: string
  customers?: readonly number[] | undefined
}): Promise<ProposedRating[]> {
  const { credit } = await settingsOf(req)
  const months = Number((credit as unknown as Record<string, unknown>)['ratingMonths'] ?? 3)
  const due = await customersToRate({ req, before: addMonths(businessDate(date), -months), to: date })
  const proposed: ProposedRating[] = []
  for (const customer of due.filter((id) => !customers || customers.includes(id))) {
    const { id, no, grade } = (await req.payload.create({
      collection: 'credit-grades' as never,
      data: { customer, date } as never,
      depth: 0,
      overrideAccess: true,
      req,
    })) as unknown as ProposedRating
    proposed.push({ id, no, customer, grade })
  }
  return proposed
}
