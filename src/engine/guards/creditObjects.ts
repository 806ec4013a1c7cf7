import type { PayloadRequest } from 'payload'

import type { CreditObject, DocumentRef } from '@/src/domain/kernel/contributions'
import { idOf } from '@/src/domain/kernel/idOf'
import { creditOwners, prepaidTerms } from '@/src/ledger/facts/credit'

import type { AnyDocument } from '../document'
import { rulesOf } from '../define'

export type CreditSide = { objects: CreditObject[]; billTo: number; prepaid: boolean }

export const refKey = ({ slug, id }: DocumentRef): string => `${slug}/${id}`

/**
 * Whose credit each document uses: who pays it, as the document fixed him, its department, its salesperson. Every document has its own,
 * so the delivery of another salesperson's order moves both. Keys are `slug/id`.
 */
export async function creditSides(
  req: PayloadRequest,
  documents: ReadonlyArray<{ slug: string; doc: AnyDocument }>,
): Promise<Map<string, CreditSide>> {
  const terms = documents.flatMap(({ slug, doc }) => (slug === 'orders' ? (idOf(doc['paymentTerms']) ?? []) : []))
  const prepaid = await prepaidTerms(req, terms)
  const sides = new Map<string, CreditSide>()
  for (const { slug, doc } of documents) {
    const payer = rulesOf(slug).payerOf(doc)
    const [department, salesperson] = [idOf(doc['department']), idOf(doc['salesperson'])]
    const objects: CreditObject[] = payer
      ? [
          { kind: 'customers', id: payer },
          ...(department ? [{ kind: 'departments' as const, id: department }] : []),
          ...(salesperson ? [{ kind: 'users' as const, id: salesperson }] : []),
        ]
      : []
    sides.set(refKey({ slug, id: doc.id }), {
      objects,
      billTo: payer ?? 0,
      prepaid: slug === 'orders' && prepaid.has(idOf(doc['paymentTerms']) ?? 0),
    })
  }
  // what settles an invoice, or is settled by a receipt, has objects of its own, however far up it stands
  const settling = documents.flatMap(({ slug, doc }) => settledWith(slug, doc)).filter((ref) => !sides.has(refKey(ref)))
  for (const { slug, id, objects } of await creditOwners(req, settling)) {
    sides.set(refKey({ slug, id }), { objects, billTo: 0, prepaid: false })
  }
  return sides
}

type Settled = { invoice?: number | null; receipt?: number | null }

const settledWith = (slug: string, doc: AnyDocument): DocumentRef[] => {
  const rows = slug === 'receipts' ? doc['allocations'] : slug === 'invoices' ? doc['advances'] : null
  if (!Array.isArray(rows)) return []
  return (rows as Settled[]).flatMap(({ invoice, receipt }) => [
    ...(invoice ? [{ slug: 'invoices', id: invoice }] : []),
    ...(receipt ? [{ slug: 'receipts', id: receipt }] : []),
  ])
}

/** Every object once. */
export const distinctObjects = (objects: readonly CreditObject[]): CreditObject[] => [
  ...new Map(objects.map((object) => [`${object.kind}/${object.id}`, { kind: object.kind, id: object.id }])).values(),
]
