import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount, roundPrice } from '../kernel/money'
import { splitByWeight } from '../kernel/split'

/** Whether the prices of a document are entered with or without tax (价税管理). */
export type TaxMode = 'inclusive' | 'exclusive'

export type TaxLineInput = {
  mode: TaxMode
  /** unit price as entered, in the document's tax mode, before the line discount */
  price: Numeric
  qty: Numeric
  /** percent; null = exempt, which is not the same as 0 % on paper but has no tax either */
  taxRate: Numeric | null
  /** percent off the price, default 0 */
  discountRate?: Numeric | null
  /** this line's share of the header discount, an amount in the basis of the mode, default 0 */
  headerShare?: Numeric | null
}

export type TaxedLine = { gross: Decimal; net: Decimal; tax: Decimal; grossPrice: Decimal; netPrice: Decimal }

const one = new Decimal(1)
const taxFactor = (rate: Numeric | null): Decimal => one.plus(d(rate).div(100))
const discountedPrice = ({ price, discountRate }: Omit<TaxLineInput, 'mode'>): Decimal => {
  const rate = d(discountRate)
  return roundPrice(rate.isZero() ? d(price) : d(price).times(one.minus(rate.div(100))))
}

/** What the line comes to in the basis of the mode before the header discount: `r2(price × factors × qty)`. */
export const lineAmount = (line: Omit<TaxLineInput, 'mode'>): Decimal => roundAmount(discountedPrice(line).times(d(line.qty)))

/**
 * Tax of one line (F1): the amount is master and the price derived, `tax = gross − net`. Inclusive 100 × 3 at 13 % → gross 300.00,
 * net 265.49, tax 34.51, net price 88.496667. With a header share both prices are derived from the discounted amounts, so that
 * minimum price and margin see what the customer really pays. A line without quantity (unit-price quotation) has no amounts; its
 * derived price comes from the price.
 */
export function taxLine(line: TaxLineInput): TaxedLine {
  const qty = d(line.qty)
  const share = d(line.headerShare)
  const factor = taxFactor(line.taxRate)
  const entered = discountedPrice(line)
  const amount = roundAmount(entered.times(qty)).minus(share)
  const derived = (of: Decimal, fallback: Decimal): Decimal => roundPrice(qty.isZero() ? fallback : of.div(qty))
  const enteredPrice = share.isZero() ? entered : derived(amount, entered)

  if (line.mode === 'inclusive') {
    const net = roundAmount(amount.div(factor))
    return { gross: amount, net, tax: amount.minus(net), grossPrice: enteredPrice, netPrice: derived(net, entered.div(factor)) }
  }
  const tax = roundAmount(amount.times(factor.minus(1)))
  const gross = amount.plus(tax)
  return { gross, net: amount, tax, grossPrice: derived(gross, entered.times(factor)), netPrice: enteredPrice }
}

export type TaxDocumentInput = {
  mode: TaxMode
  headerDiscount?: Numeric | null
  /** a free line comes to 0 whatever its price says */
  lines: readonly (Omit<TaxLineInput, 'mode' | 'headerShare'> & { free?: boolean | null })[]
  /** lines, by their place, that come to what was agreed elsewhere */
  agreed?: ReadonlyArray<{ gross: Decimal; net: Decimal } | null>
}

export type TaxedDocument = {
  lines: (TaxedLine & { headerShare: Decimal })[]
  netTotal: Decimal
  taxTotal: Decimal
  grossTotal: Decimal
}

/**
 * Tax of a whole document: the header discount is spread over the lines by largest remainder (P-29), tax is computed on what is
 * left of each line, and the header is the sum of its lines. The browser preview and the server use this same function.
 */
export function taxDocument(document: TaxDocumentInput): TaxedDocument {
  const priced = document.lines.map((line) => (line.free ? { ...line, price: 0 } : line))
  const amounts = priced.map((line) => lineAmount(line))
  const discount = roundAmount(d(document.headerDiscount))
  const shares = discount.isZero() ? amounts.map(() => new Decimal(0)) : splitByWeight(discount, amounts)
  const lines = priced.map((line, index) => {
    const headerShare = shares[index] ?? new Decimal(0)
    const taxed = taxLine({ ...line, mode: document.mode, headerShare })
    const agreed = document.agreed?.[index]
    return agreed
      ? agreedLine({ taxed, agreed, qty: line.qty, listed: amounts[index] ?? d(0), mode: document.mode })
      : { ...taxed, headerShare }
  })
  const sum = (of: 'net' | 'tax' | 'gross'): Decimal => lines.reduce((total, line) => total.plus(line[of]), new Decimal(0))
  return { lines, netTotal: sum('net'), taxTotal: sum('tax'), grossTotal: sum('gross') }
}

/** A line at agreed amounts: tax is their difference, and where they are not what the price gives, the prices follow them. */
function agreedLine({
  taxed,
  agreed: { gross, net },
  qty,
  listed,
  mode,
}: {
  taxed: TaxedLine
  agreed: { gross: Decimal; net: Decimal }
  qty: Numeric
  listed: Decimal
  mode: TaxMode
}): TaxedLine & { headerShare: Decimal } {
  const headerShare = listed.minus(mode === 'inclusive' ? gross : net)
  if (gross.eq(taxed.gross) && net.eq(taxed.net)) return { ...taxed, headerShare }
  const per = (amount: Decimal): Decimal => roundPrice(amount.div(d(qty)))
  return { gross, net, tax: gross.minus(net), grossPrice: per(gross), netPrice: per(net), headerShare }
}

/** Amounts of one line in base currency (F3): gross and net each r2 with the document's rate, tax is their difference. */
export function toBase(line: { amounts: { gross: Numeric; net: Numeric }; rate: Numeric }): { gross: Decimal; net: Decimal; tax: Decimal } {
  const gross = roundAmount(d(line.amounts.gross).times(d(line.rate)))
  const net = roundAmount(d(line.amounts.net).times(d(line.rate)))
  return { gross, net, tax: gross.minus(net) }
}
