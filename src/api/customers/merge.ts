import { mergers } from '@/src/domain/customers/decideMerge'
import { holdsRole } from '@/src/domain/people/person'
import { mergeCustomers } from '@/src/usecases/customers/mergeCustomers'

import { customerNamed, customerVerb, named } from './customerVerb'

/** `POST /api/customers/<id>/merge` `{into, reason}`: this record becomes part of another one, named by id or code, and ends. */
export const customerMerge = customerVerb({
  name: 'merge',
  asks: { into: named },
  may: (person) => holdsRole(person, ...mergers) || person?.mergeCustomers === true,
  needs: { right: 'mergeCustomers', roles: mergers },
  run: async ({ req, customer, body: { into, reason } }) => {
    const stays = await customerNamed(req, 'into', into)
    return { customer: stays, ...(await mergeCustomers({ req, from: customer, into: stays, reason })) }
  },
})
