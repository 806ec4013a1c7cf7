import type { Endpoint } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { isVisible } from '@/src/engine/step'
import { customerFacts } from '@/src/ledger/facts/customers'
import { invoiceTitles } from '@/src/ledger/facts/invoiceTitles'

import { notFound } from '../notFound'
import { numberIn, requireUser } from '../whoAsks'

/**
 * `GET /api/customers/<id>/invoice-titles?payer`: to whom documents of a customer may be made out: the titles of who pays for him now, or of who
 * paid when the document was made, if whoever asks may read him.
 */
export const customerTitles: Endpoint = {
  path: '/:id(\\d+)/invoice-titles',
  method: 'get',
  handler: async (req) => {
    requireUser(req)
    const id = Number(req.routeParams?.['id'])
    if (!(await isVisible({ req, slug: 'customers', id }))) throw notFound()
    const asked = numberIn(req, 'payer')
    const titles = await inTransaction(req, async () => {
      const now = (await customerFacts(req, id))?.billTo ?? id
      const payer = asked ?? now
      if (payer !== now && !(await isVisible({ req, slug: 'customers', id: payer }))) throw notFound()
      return invoiceTitles(req, payer)
    })
    return Response.json({ titles: titles.map(({ id: row, title, taxNo, main }) => ({ id: row ?? title, title, taxNo, main })) })
  },
}
