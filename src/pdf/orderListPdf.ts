import type { PayloadRequest } from 'payload'

import type { ListedLine } from '@/src/domain/quotes/listedDifferences'
import type { Language } from '@/src/domain/words/words'
import { houseIn } from '@/src/domain/words/houseIn'
import { businessDateOf } from '@/src/domain/kernel/instant'
import { findDocument } from '@/src/engine/documents/findDocument'
import { readDocument } from '@/src/engine/documents/readDocument'
import { env } from '@/src/env/env'
import type { OrderList } from '@/src/usecases/quotes/confirmByCustomer'
import { addressOf, livingLink } from '@/src/usecases/quotes/quoteLinks'

import { textsOf } from './companyTexts'
import { readLogo } from './readLogo'
import { renderSheet } from './renderSheet'
import type { PrintedDocument, Sheet } from './sheet'
import { orderListSheet } from './sheets/orderList'

/** A paper of the house: what a letter around it needs as well. */
type OrderListPaper = { pdf: Buffer; sheet: Sheet; fileName: string; doc: PrintedDocument }

/**
 * The customer's copy of an order list, from what was sealed with it, with the head and foot of all sheets. Its code leads to his page while
 * the link it came through is open: whoever asks was let in by that link, or is sent the copy.
 */
export async function orderListPdf({
  req,
  list,
  language,
}: {
  req: PayloadRequest
  list: OrderList
  language: Language
}): Promise<OrderListPaper> {
  const read = { req, overrideAccess: true }
  const house = await req.payload.findGlobal({ slug: 'company', depth: 0, overrideAccess: true, req })
  const quote = await findDocument({ ...read, slug: 'quotes', id: list.quote })
  const order = await findDocument({ ...read, slug: 'orders', id: list.order })
  const customer = await readDocument({ ...read, slug: 'customers', id: list.customer })
  const company = { ...houseIn(house, language), phone: house.phone, email: house.email, taxNo: house.taxNo, texts: house.texts ?? null }
  const link = await livingLink(req, list.quote)
  const logo = await readLogo(req, house.logo)
  const at = businessDateOf({ instant: list.at, timeZone: env.TZ_BUSINESS })
  const said = orderListSheet({
    language,
    company,
    list: {
      ...list,
      at,
      lines: list.lines as ListedLine[],
      quoteNo: quote?.no ?? '',
      orderNo: order?.no ?? '',
      customer: customer.name,
    },
  })
  const doc = { id: list.id, no: list.no, status: 'sent', date: at, customer, currency: list.currency }
  const { head, foot } = textsOf({ kind: undefined, doc, company, language, title: said.title })
  const page = link?.id === list.link ? addressOf(req, link) : undefined
  const sheet: Sheet = { ...said, head, foot, ...(logo ? { logo } : {}), ...(page ? { page } : {}) }
  return { pdf: await renderSheet(sheet), sheet, doc, fileName: `${list.no}.pdf` }
}
