import { d, type Decimal, type Numeric } from '@/src/domain/kernel/decimal'
import { roundAmount, roundPrice, toNumber } from '@/src/domain/kernel/money'
import type { SalesLine } from '@/src/domain/orders/order'
import { lineAmount, taxLine, toBase } from '@/src/domain/pricing/taxLine'
import { toStockQty } from '@/src/domain/pricing/units'

import type { Good } from '../staging/readMasters'

type Values = Record<string, unknown>
const given = (value: unknown): number | null => (value === undefined || value === null ? null : Number(value))

export type LineHeader = { taxMode: 'inclusive' | 'exclusive'; currency: string; exchangeRate: number }

const percent = (rate: Numeric | null): Decimal => d(rate ?? 0).div(100)

/** What a line comes to in the basis its price is in, before tax: quantity × price less what is off. A discount makes a return smaller, too. */
export function enteredAmount(values: Values): Decimal {
  const [qty, price] = [Number(values['qty']), given(values['price']) ?? 0]
  const line = lineAmount({ price, qty, taxRate: null, discountRate: given(values['discountRate']) ?? 0 })
  return line.minus(offOf(values))
}

const offOf = (values: Values): Decimal => {
  const off = d(given(values['discountAmount']) ?? 0).abs()
  return Number(values['qty']) < 0 ? off.neg() : off
}

/** Net and gross where the file says one of them, or its tax: the third follows; null where it says none. */
function saidAmounts(values: Values, mode: LineHeader['taxMode'], taxRate: number | null): { net: Decimal; gross: Decimal } | null {
  const [net, gross, tax] = [given(values['net']), given(values['gross']), given(values['tax'])]
  if (net !== null && gross !== null) return { net: d(net), gross: d(gross) }
  if (tax !== null) {
    const entered = roundAmount(enteredAmount(values))
    if (net !== null) return { net: d(net), gross: d(net).plus(tax) }
    if (gross !== null) return { net: d(gross).minus(tax), gross: d(gross) }
    return mode === 'inclusive' ? { net: entered.minus(tax), gross: entered } : { net: entered, gross: entered.plus(tax) }
  }
  const factor = percent(taxRate).plus(1)
  if (net !== null) return { net: d(net), gross: roundAmount(d(net).times(factor)) }
  return gross === null ? null : { net: roundAmount(d(gross).div(factor)), gross: d(gross) }
}

/** The rate a line is taxed at: said, else what its tax says, else that of the item. */
function taxRateOf(values: Values, mode: LineHeader['taxMode'], good: Good): number | null {
  if (values['taxRate'] !== undefined) return given(values['taxRate'])
  if (given(values['tax']) === null) return good.taxRate
  const { net, gross } = saidAmounts(values, mode, null) ?? { net: d(0), gross: d(0) }
  return net.isZero() ? good.taxRate : toNumber(gross.minus(net).div(net).times(100).toDecimalPlaces(2))
}

/** What a line comes to: as the file says it where it does (net, gross, tax), else its price by the rules of every document (F1). */
function amountsOf({ values, mode, taxRate }: { values: Values; mode: LineHeader['taxMode']; taxRate: number | null }) {
  const [qty, price] = [Number(values['qty']), given(values['price'])]
  const discountRate = given(values['discountRate']) ?? 0
  const said = saidAmounts(values, mode, taxRate)
  if (!said) {
    const taxed = taxLine({ mode, price: price ?? 0, qty, taxRate, discountRate, headerShare: offOf(values) })
    return { ...taxed, price: price ?? 0 }
  }
  const { net, gross } = said
  const per = (amount: Decimal) => (qty === 0 ? d(0) : roundPrice(amount.div(qty)))
  const left = d(1).minus(percent(discountRate))
  const entered = per(mode === 'inclusive' ? gross : net)
  const derived = left.isZero() ? entered : roundPrice(entered.div(left))
  return { net, gross, tax: gross.minus(net), netPrice: per(net), grossPrice: per(gross), price: price ?? toNumber(derived) }
}

/** A unit as its item calls it, whatever the case and width it is written in. */
function unitIn(good: Good, written: unknown): string {
  if (typeof written !== 'string') return good.unit
  const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
  return [good.unit, ...(good.units ?? []).map(({ unit }) => unit)].find((unit) => plain(unit) === plain(written)) ?? written
}

/** One line of a document from elsewhere, as the engine would have made it; null when the item does not know the unit. `sign` −1 turns a return round. */
export function openingLine({
  id,
  values,
  good,
  header,
  sign = 1,
}: {
  id: string
  values: Values
  good: Good
  header: LineHeader
  sign?: 1 | -1
}): SalesLine | null {
  const unit = unitIn(good, values['unit'])
  const qty = Number(values['qty'])
  const stockQty = toStockQty({ item: good, unit, qty })
  if (stockQty === null) return null
  const taxRate = taxRateOf(values, header.taxMode, good)
  const { net, tax, gross, netPrice, grossPrice, price: own } = amountsOf({ values, mode: header.taxMode, taxRate })
  const base = toBase({ amounts: { gross, net }, rate: header.exchangeRate })
  const turned = (amount: ReturnType<typeof d>): number => toNumber(amount.times(sign))
  return {
    id,
    item: good.id,
    description: good.name,
    qty: qty * sign,
    unit,
    stockQty: turned(stockQty),
    price: own,
    priceSource: 'manual',
    listPrice: good.listPrice,
    discountRate: given(values['discountRate']) ?? 0,
    taxRate,
    free: false,
    net: turned(net),
    tax: turned(tax),
    gross: turned(gross),
    baseNet: turned(base.net),
    baseTax: turned(base.tax),
    baseGross: turned(base.gross),
    netPrice: toNumber(netPrice),
    grossPrice: toNumber(grossPrice),
    trace: [{ rule: 'final', method: 'imported', price: String(own), unit, currency: header.currency }],
    warehouse: (values['warehouse'] as number | undefined) ?? null,
    batchNo: (values['batchNo'] as string | undefined) ?? null,
    remark: (values['remark'] as string | undefined) ?? null,
  }
}
