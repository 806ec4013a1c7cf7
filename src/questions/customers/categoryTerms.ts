import type { PayloadRequest } from 'payload'

import { effectiveTerms, type Inheritable } from '@/src/domain/customers/inheritance'
import { maySee } from '@/src/domain/people/sight'
import { actorOf } from '@/src/engine/actor'
import { findRecords } from '@/src/engine/documents/findRecords'
import { categoryPath } from '@/src/ledger/facts/categoryTerms'

/** What a customer of the category gets where it has nothing of its own: the value, in words, and which category says it. */
export type CategoryTerm = { field: Inheritable; value: unknown; text: string; from: { id: number; code: string; name: string } }

const named = { paymentTerms: 'payment-terms', taxCategory: 'tax-categories' } as const
const isNamed = (field: Inheritable): field is keyof typeof named => Object.hasOwn(named, field)

/** Asked in a transaction. Credit terms are told to whoever may know them. */
export async function categoryTerms(req: PayloadRequest, category: number): Promise<CategoryTerm[]> {
  const seesCredit = maySee(actorOf(req), 'creditLimit')
  const found = [...effectiveTerms(await categoryPath(req, category))].filter(([field]) => seesCredit || field !== 'creditLimit')
  return Promise.all(
    found.map(async ([field, { value, from }]): Promise<CategoryTerm> => {
      if (!isNamed(field)) return { field, value: /^credit/.test(field) ? Number(value) : value, text: String(value), from }
      const [record] = await findRecords({
        req,
        slug: named[field],
        where: { id: { equals: Number(value) } },
        limit: 1,
        overrideAccess: true,
      })
      return { field, value: Number(value), text: String(record?.['name'] ?? value), from }
    }),
  )
}
