import { d } from '@/src/domain/kernel/decimal'
import type { SalesHeader, SalesLine } from '@/src/domain/orders/order'
import type { PriceSource, TypedPrice } from '@/src/domain/pricing/choosePrice'
import type { EarlierLine } from '@/src/domain/pricing/takenPrice'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'

export const samePrice = (a: number | null | undefined, b: number | null | undefined): boolean => a != null && b != null && d(a).eq(d(b))

type Head = Pick<SalesHeader, 'customer' | 'currency' | 'taxMode'>
type Line = Pick<SalesLine, 'item' | 'unit'> & Partial<Pick<SalesLine, 'price' | 'priceSource' | 'trace'>>

const sourceIn = ({ slug, no, date }: TraceStep): PriceSource | null =>
  typeof slug === 'string' && typeof no === 'string' && typeof date === 'string' ? { slug, no, date } : null

/**
 * A typed price with whoever typed it and the document it was taken from. While it stands it is told as it was recorded; its source no
 * longer than the line asks for the same goods under the same terms.
 */
export function typedPrice({
  price,
  taken,
  line,
  stored,
  head,
  storedHead,
  typist,
}: {
  price: number
  taken: EarlierLine | undefined
  line: Line
  stored: Line | undefined
  head: Head
  storedHead: Head | null
  typist: string | null
}): TypedPrice {
  if (taken) return { price, user: typist, source: { slug: taken.slug, no: taken.no, date: taken.date } }
  const stands = stored?.priceSource === 'manual' && samePrice(price, stored.price)
  const [before] = (stands ? (stored.trace ?? []) : []) as TraceStep[]
  if (!stands) return { price, user: typist }
  const isSame =
    stored.item === line.item &&
    stored.unit === (line.unit || stored.unit) &&
    storedHead !== null &&
    (['customer', 'currency', 'taxMode'] as const).every((name) => storedHead[name] === head[name])
  const user = before?.['user']
  return { price, user: typeof user === 'string' ? user : null, source: isSame && before ? sourceIn(before) : null }
}
