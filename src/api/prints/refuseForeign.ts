import type { PayloadRequest } from 'payload'

import { foreignAddresses } from '@/src/domain/customers/foreignAddresses'
import { findDocument } from '@/src/engine/documents/findDocument'
import { refuse } from '@/src/engine/refusal'
import { peopleOf } from '@/src/pdf/peopleOf'
import type { Letter } from '@/src/pdf/letters'

type Asked = {
  req: PayloadRequest
  letters: readonly Letter[]
  named: readonly string[]
  customer: number | undefined
  isConfirmed: boolean
}

/** What a customer gets, others do not: addresses named that are not his are refused until somebody confirms them. Returns those confirmed. */
export async function refuseForeign({ req, letters, named, customer, isConfirmed }: Asked): Promise<string[]> {
  if (named.length === 0) return []
  const asked = customer === undefined ? null : await findDocument({ req, slug: 'customers', id: customer, overrideAccess: false })
  const people = letters.flatMap(({ doc }) => peopleOf(doc))
  const foreign = foreignAddresses({ asked: named, contacts: [...people.map(({ contacts }) => contacts), asked?.contacts] })
  if (foreign.length === 0 || isConfirmed) return foreign
  return refuse(req, {
    code: 'FOREIGN_ADDRESS',
    path: 'to',
    facts: { addresses: foreign.join(', '), customer: people[0]?.name ?? asked?.name ?? '' },
    remedy: { action: 'confirm' },
  })
}
