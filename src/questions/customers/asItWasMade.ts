import type { PayloadRequest } from 'payload'

import { formerCustomer } from '@/src/ledger/mergeCustomers'

/** A document of a customer who is part of another one now names whom it was made for: it prints what it printed. */
export async function asItWasMade<Doc extends { id: number | string; customer?: unknown }>(
  req: PayloadRequest,
  slug: string,
  doc: Doc | null,
): Promise<Doc | null> {
  if (!doc || typeof doc.customer !== 'object' || doc.customer === null) return doc
  const former = await formerCustomer(req, { slug, id: Number(doc.id) })
  return former ? { ...doc, customer: { ...doc.customer, ...former } } : doc
}
