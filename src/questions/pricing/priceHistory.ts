import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'

type Line = {
  id: string
  item: number
  qty: number
  unit?: string | null
  price?: number | null
  priceSource?: string | null
  discountRate?: number | null
  netPrice?: number | null
  free?: boolean | null
}
type Sale = {
  id: number
  no: string
  date: string
  status: string
  currency: string
  taxMode: string
  customer: { id: number; code?: string; name?: string } | number
  lines: Line[]
}

/** One earlier price: per unit of its line, as entered in the tax mode of its document; `netPrice` after all discounts, without tax. */
export type EarlierPrice = Omit<Line, 'item' | 'free'> &
  Omit<Sale, 'customer' | 'lines' | 'id'> & {
    slug: 'orders' | 'quotes' | 'invoices'
    document: number
    customer: { id: number; code?: string; name?: string }
  }

type Asked = { item: number; customer: number | null; limit: number }

async function sales(req: PayloadRequest, slug: EarlierPrice['slug'], asked: Asked) {
  const { docs }: { docs: object[] } = await req.payload.find({
    collection: slug,
    where: {
      and: [
        { 'lines.item': { equals: asked.item } },
        { status: { not_equals: 'cancelled' } },
        // invoices of the past have no order here that would tell the same price
        ...(slug === 'invoices' ? [{ opening: { equals: true } }, { kind: { equals: 'invoice' } }] : []),
        ...(asked.customer === null ? [] : [{ customer: { equals: asked.customer } }]),
      ],
    },
    select: { no: true, date: true, status: true, currency: true, taxMode: true, customer: true, lines: true },
    populate: { customers: { code: true, name: true } },
    sort: ['-date', '-id'],
    limit: asked.limit,
    pagination: false,
    depth: 1,
    overrideAccess: false,
    disableErrors: true, // who reads no invoices has none
    user: req.user,
    req,
  })
  return docs
    .map((doc) => doc as Sale)
    .flatMap((sale): EarlierPrice[] =>
      sale.lines
        .map((line) => ({ ...line, item: idOf(line.item) }))
        .filter((line) => line.item === asked.item && !line.free && line.price !== null && line.price !== undefined)
        .map((line) => ({
          slug,
          document: sale.id,
          no: sale.no,
          date: sale.date,
          status: sale.status,
          currency: sale.currency,
          taxMode: sale.taxMode,
          customer: typeof sale.customer === 'object' ? sale.customer : { id: sale.customer },
          id: line.id,
          qty: line.qty,
          unit: line.unit ?? null,
          price: line.price ?? null,
          priceSource: line.priceSource ?? null,
          discountRate: line.discountRate ?? null,
          netPrice: line.netPrice ?? null,
        })),
    )
}

/**
 * What an item was quoted and sold for, latest first, among the documents this person may read; without customer to anybody.
 * Cancelled documents and free lines never count.
 */
export async function priceHistory({ req, ...asked }: Asked & { req: PayloadRequest }): Promise<EarlierPrice[]> {
  const found = [...(await sales(req, 'orders', asked)), ...(await sales(req, 'quotes', asked)), ...(await sales(req, 'invoices', asked))]
  return found.sort((a, b) => b.date.localeCompare(a.date) || b.document - a.document).slice(0, asked.limit)
}
