import type { PayloadRequest } from 'payload'

import type { ListedLine } from '@/src/domain/quotes/listedDifferences'
import type { Language } from '@/src/domain/words/words'
import { houseIn } from '@/src/domain/words/houseIn'
import { businessDateOf } from '@/src/domain/kernel/businessDate'
import { findDocument } from '@/src/engine/documents/findDocument'
import { readDocument } from '@/src/engine/documents/readDocument'
import { env } from '@/src/env/env'
import type { OrderList } from '@/src/usecases/quotes/confirmByCustomer'

import { renderSheet } from './renderSheet'
import type { Sheet } from './sheet'
import { orderListSheet } from './sheets/orderList'

/** The paper of an order list, from what was sealed with it; whoever asks has been let in by its link, or reads the list. */
export async function orderListPdf({
  req,
  list,
  language,
}: {
  req: PayloadRequest
  list: OrderList
  language: Language
}): Promise<{ pdf: Buffer; sheet: Sheet; fileName: string }> {
  const read = { req, overrideAccess: true }
  const house = await req.payload.findGlobal({ slug: 'company', depth: 0, overrideAccess: true, req })
  const quote = await findDocument({ ...read, slug: 'quotes', id: list.quote })
  const order = await findDocument({ ...read, slug: 'orders', id: list.order })
  const customer = await readDocument({ ...read, slug: 'customers', id: list.customer })
  const sheet = orderListSheet({
    language,
    company: { ...houseIn(house, language), phone: house.phone, email: house.email, taxNo: house.taxNo },
    list: {
      ...list,
      at: businessDateOf({ instant: list.at, timeZone: env.TZ_BUSINESS }),
      lines: list.lines as ListedLine[],
      quoteNo: quote?.no ?? '',
      orderNo: order?.no ?? '',
      customer: customer.name,
    },
  })
  return { pdf: await renderSheet(sheet), sheet, fileName: `${list.no}.pdf` }
}
