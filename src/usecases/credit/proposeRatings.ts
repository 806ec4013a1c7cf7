import type { PayloadRequest } from 'payload'

import { addMonths, businessDate } from '@/src/domain/kernel/businessDate'
import { customersToRate } from '@/src/ledger/facts/rating'

import { settingsOf } from '@/src/engine/settings'
import { createDocument } from '@/src/engine/documents/createDocument'

export type ProposedRating = { id: number; no: string; customer: number; grade: string | null }

/**
 * Proposes a rating for every customer with enough history and a sale in the period, or for those named; run again on the same day it proposes nothing anew.
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
  const fields: Record<string, unknown> = { ...credit }
  const months = Number(fields['ratingMonths'] ?? 3)
  const due = await customersToRate({
    req,
    before: addMonths(businessDate(date), -months),
    from: addMonths(businessDate(date), -12),
    to: date,
  })
  const proposed: ProposedRating[] = []
  for (const customer of due.filter((id) => !customers || customers.includes(id))) {
    const { id, no, grade } = await createDocument({ req, slug: 'credit-grades', data: { customer, date }, overrideAccess: true })
    proposed.push({ id, no, customer, grade: grade ?? null })
  }
  return proposed
}
