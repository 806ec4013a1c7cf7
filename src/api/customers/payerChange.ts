import { payerDeciders } from '@/src/domain/customers/decidePayerChange'
import { holdsRole } from '@/src/domain/people/person'
import { changePayer } from '@/src/usecases/customers/changePayer'

import { customerNamed, customerVerb, named } from './customerVerb'

/**
 * `POST /api/customers/<id>/change-payer` `{billTo, reason}`: somebody else, named by id or code, pays from now on and takes over what is
 * open; without `billTo` the customer pays himself.
 */
export const payerChange = customerVerb({
  name: 'change-payer',
  asks: { billTo: named.nullish() },
  may: (person) => holdsRole(person, ...payerDeciders),
  needs: { roles: payerDeciders },
  run: async ({ req, customer, body: { billTo, reason } }) => {
    const payer = billTo === null || billTo === undefined ? null : await customerNamed(req, 'billTo', billTo)
    return { customer, ...(await changePayer({ req, customer, billTo: payer, reason })) }
  },
})
