import { d } from '@/src/domain/kernel/decimal'
import { roundAmount, roundPrice, toNumber } from '@/src/domain/kernel/money'
import type { SalesLine } from '@/src/domain/orders/order'
import { taxLine, toBase } from '@/src/domain/pricing/taxLine'
import { toStockQty } from '@/src/domain/pricing/units'

import type { Good } from '../staging/readMasters'

type Values = Record<string, unknown>
const given = (value: unknown): number | null => (value === undefined || value === null ? null : Number(value))

export type LineHeader = { taxMode: 'inclusive' | 'exclusive'; currency: string; exchangeRate: number }

/** What a line comes to: as the file says it where it does (net, gross), else its price by the rules of every document (F1). */
function amountsOf({
  values,
  mode,
  qty,
  taxRate,
  price,
}: {
  values: Values
  mode: LineHeader['taxMode']
  qty: number
  taxRate: number | null
  price: number | null
}) {
  const [net, gross] = [given(values['net']), given(values['gross'])]
  const factor = d(taxRate ?? 0)
    .div(100)
    .plus(1)
  if (net === null && gross === null) {
    const taxed = taxLine({ mode, price: price ?? 0, qty, taxRate, discountRate: given(values['discountRate']) ?? 0 })
    return { ...taxed, price: price ?? 0 }
  }
  const [wholeNet, wholeGross] = [
    net === null ? roundAmount(d(gross).div(factor)) : d(net),
    gross === null ? roundAmount(d(net).times(factor)) : d(gross),
  ]
  const per = (amount: ReturnType<typeof d>) => (qty === 0 ? d(0) : roundPrice(amount.div(qty)))
  const left = d(1).minus(d(given(values['discountRate']) ?? 0).div(100))
  const entered = per(mode === 'inclusive' ? wholeGross : wholeNet)
  const derived = left.isZero() ? entered : roundPrice(entered.div(left))
  return {
    net: wholeNet,
    gross: wholeGross,
    tax: wholeGross.minus(wholeNet),
    netPrice: per(wholeNet),
    grossPrice: per(wholeGross),
    price: price ?? toNumber(derived.abs()),
  }
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
  const unit = typeof values['unit'] === 'string' ? values['unit'] : good.unit
  const qty = Number(values['qty'])
  const stockQty = toStockQty({ item: good, unit, qty })
  if (stockQty === null) return null
  const taxRate = values['taxRate'] === undefined ? good.taxRate : given(values['taxRate'])
  const price = given(values['price'])
  const { net, tax, gross, netPrice, grossPrice, price: own } = amountsOf({ values, mode: header.taxMode, qty, taxRate, price })
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
    netPrice: toNumber(netPrice.abs()),
    grossPrice: toNumber(grossPrice.abs()),
    trace: [{ rule: 'final', method: 'imported', price: String(own), unit, currency: header.currency }],
    warehouse: (values['warehouse'] as number | undefined) ?? null,
    batchNo: (values['batchNo'] as string | undefined) ?? null,
    remark: (values['remark'] as string | undefined) ?? null,
  }
}
