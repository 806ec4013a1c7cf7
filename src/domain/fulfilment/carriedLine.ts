import type { SalesLine } from '../orders/order'

/** Fields a line takes over from the line it comes from. */
type Carried = Pick<
  SalesLine,
  | 'item'
  | 'description'
  | 'qty'
  | 'unit'
  | 'price'
  | 'priceSource'
  | 'listPrice'
  | 'discountRate'
  | 'taxRate'
  | 'free'
  | 'netPrice'
  | 'grossPrice'
  | 'minPrice'
  | 'trace'
>

/**
 * What a line of a delivery or an invoice is, as the line it comes from says: the goods, their price and how it was found. Prices are
 * never found anew; what a person wrote as description stays.
 */
export const carriedLine = (line: Pick<SalesLine, 'description' | 'qty'>, from: SalesLine): Carried => ({
  item: from.item,
  description: line.description || from.description || null,
  qty: Number(line.qty),
  unit: from.unit,
  price: from.price,
  priceSource: from.priceSource ?? 'auto',
  listPrice: from.listPrice ?? null,
  discountRate: from.discountRate ?? 0,
  taxRate: from.taxRate,
  free: from.free ?? false,
  netPrice: from.netPrice,
  grossPrice: from.grossPrice,
  minPrice: from.minPrice ?? null,
  trace: from.trace ?? null,
})
