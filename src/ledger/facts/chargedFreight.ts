import type { PayloadRequest } from 'payload'

import { d, type Decimal } from '@/src/domain/kernel/decimal'
import { type Freight, partsOfFreight } from '@/src/domain/pricing/freight'

import { query, sql } from '../query'

type Row = Pick<Freight, 'freightOf'> & { kind: 'invoice' | 'creditNote'; freight: string; net: string | null; tax: string | null }

/** What of an order's freight is billed, drafts included, less what approved credit notes gave back. */
export async function chargedFreight(req: PayloadRequest, order: number): Promise<{ gross: Decimal; net: Decimal }> {
  const rows = await query<Row>(
    req,
    sql`select h.kind::text as kind, h.freight, h.freight_net as net, h.freight_tax as tax, h.freight_of as "freightOf" from invoices h
        where coalesce(h.freight, 0) <> 0 and h.status::text <> 'cancelled' and (h.kind::text = 'invoice' or h.status::text = 'approved')
          and h.id in (select l._parent_id from invoices_lines l where l.order_id = ${order})`,
  )
  const figure = (value: string | null): number | null => (value === null ? null : Number(value))
  const parts = rows.flatMap(({ kind, freight, net, tax, freightOf }) =>
    partsOfFreight({ freight: figure(freight), freightNet: figure(net), freightTax: figure(tax), freightOf })
      .filter((part) => part.order === order)
      .map((part) => ({ sign: kind === 'creditNote' ? -1 : 1, ...part })),
  )
  const sum = (of: 'gross' | 'net'): Decimal => parts.reduce((total, part) => total.plus(d(part[of]).times(part.sign)), d(0))
  return { gross: sum('gross'), net: sum('net') }
}
