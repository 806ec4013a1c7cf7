import type { PayloadRequest } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { businessDate } from '@/src/domain/kernel/businessDate'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { documentKindOf } from '@/src/domain/kinds'
import { now } from '@/src/engine/clock'
import { findRecords } from '@/src/engine/documents/findRecords'
import { openSteps } from '@/src/ledger/facts/openSteps'

export type CardStep = { slug: string; id: number; no: string; due: string; late: boolean; who: string; text: string }

/** Kinds of documents that are a customer's. */
const kindsOf = (req: PayloadRequest): string[] =>
  req.payload.config.collections.flatMap(({ slug, flattenedFields }) =>
    documentKindOf(slug) && flattenedFields.some(({ name, type }) => name === 'customer' && type === 'relationship') ? [slug] : [],
  )

/**
 * What is to be done next for a customer whom this person reads: noted beside him, and beside those of his documents that this person reads.
 * One look for all of them, and one by right for each kind that has any.
 */
export async function stepsOf(req: PayloadRequest, customer: number): Promise<CardStep[]> {
  const found = await inTransaction(req, () => openSteps(req, { customer, kinds: kindsOf(req) }))
  const readable = new Set([`customers/${customer}`])
  for (const [slug, rows] of groupBy(
    found.filter((row) => row.slug !== 'customers'),
    (row) => row.slug,
  )) {
    const where = { id: { in: [...new Set(rows.map(({ id }) => id))] } }
    for (const { id } of await findRecords({ req, slug, where, fields: ['no'], overrideAccess: false })) readable.add(`${slug}/${id}`)
  }
  const today = businessDate(now(req).date)
  return found
    .filter(({ slug, id }) => readable.has(`${slug}/${id}`))
    .map(({ no, due, ...step }) => ({ ...step, no: no ?? '', due, late: due < today }))
}
