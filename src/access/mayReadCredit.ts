import type { CollectionSlug, PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { holdsRole } from '@/src/domain/people/person'
import { dataScopeOf } from '@/src/domain/people/reach'

import { money } from '@/src/domain/people/crews'
import { personOf } from './roles'

type CreditObject = { kind: 'customers' | 'departments' | 'users'; id: number }

/**
 * Who reads what an object of credit owes: a customer's, whoever reads the customer; a department's or a person's, whoever sees all
 * rows, the department's own people as far as they see it, and the person himself. As with invoices, only who works with money.
 */
export async function mayReadCredit(req: PayloadRequest, { kind, id }: CreditObject): Promise<boolean> {
  const person = personOf(req.user)
  if (!person || !holdsRole(person, ...money)) return false
  const found = await req.payload.findByID({
    collection: kind as CollectionSlug,
    id,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  if (!found) return false
  const scope = dataScopeOf(person)
  if (kind === 'customers' || scope === 'all' || (kind === 'users' && id === person.id)) return true
  const own = idOf(person.department)
  const theirs = kind === 'departments' ? id : idOf('department' in found ? found.department : null)
  return scope === 'department' && own !== null && own === theirs
}
