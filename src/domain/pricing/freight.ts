import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount, toNumber } from '../kernel/money'
import { splitByWeight } from '../kernel/split'
import type { TaxMode } from './taxLine'

/** What a document takes of the freight of one it comes from. */
export type FreightPart = { quote?: number; order?: number; invoice?: number; gross: number }

/** Freight of a whole document as it is stored; one that came with opening books may have an amount without a tax of its own. */
export type Freight = {
  freight?: number | null
  /** percent; null = exempt */
  freightTaxRate?: number | null
  freightNet?: number | null
  freightTax?: number | null
  /** somebody typed it: it does not follow what the document comes from */
  freightTyped?: boolean | null
  freightOf?: FreightPart[] | null
}

/** Freight of an order, with what was billed of it when a change made it another: that keeps its net and its tax. */
export type OrderFreight = Freight & { freightEarlier?: { gross: number; net: number } | null }

type Amounts = { gross: Decimal; net: Decimal }

/** The books keep the freight of a document as a line of its own, whose quantity is its gross amount in document currency. */
export const freightLine = (slug: string, id: number): string => `${slug}:${String(id)}:freight`

/** What freight adds to the gross of its document. */
export const freightGross = ({ freight, freightNet, freightTax }: Freight): Decimal =>
  freightNet === null || freightNet === undefined ? d(freight ?? 0) : d(freightNet).plus(d(freightTax ?? 0))

/** Freight with its tax (F1): entered with or without tax as prices are. 113 with tax at 13 % → 100 + 13. */
export function taxFreight({ freight, taxRate, mode }: { freight: Numeric; taxRate: Numeric | null; mode: TaxMode }): Amounts {
  const factor = d(taxRate ?? 0)
    .div(100)
    .plus(1)
  const amount = roundAmount(freight)
  if (mode === 'inclusive') return { gross: amount, net: roundAmount(amount.div(factor)) }
  return { gross: amount.plus(roundAmount(amount.times(factor.minus(1)))), net: amount }
}

/** A line of the document freight comes from: what there is to take of it at all, and what is taken, this document included. */
type FreightedLine = { gross: Numeric; qty: Numeric; whole: Numeric; taken: Numeric }

/** A document whose freight is shared out to those made of it. `already` is what others took, gross. */
export type FreightSource = {
  of: Omit<FreightPart, 'gross'>
  gross: Numeric
  net: Numeric
  taxRate: number | null
  already: Numeric
  earlier?: OrderFreight['freightEarlier']
  lines: readonly FreightedLine[]
}

/**
 * The share of freight that goes with some lines (F2, cumulative by value): `r2(freight × taken / whole) − already`, everything that is left
 * with the last of them. 100.00 on three equal lines, one by one → 33.33, 33.34, 33.33. Net goes with it, so that both add up.
 */
function freightShare({ gross, net, already, earlier, lines }: Omit<FreightSource, 'of' | 'taxRate'>): Amounts {
  const left = Decimal.max(0, d(gross).minus(already))
  const value = (line: FreightedLine, qty: Decimal): Decimal => (d(line.qty).isZero() ? d(0) : d(line.gross).times(qty).div(line.qty))
  const sum = (of: (line: FreightedLine) => Decimal): Decimal => lines.reduce((total, line) => total.plus(of(line)), d(0))
  const whole = sum((line) => value(line, Decimal.max(0, d(line.whole))))
  const taken = sum((line) => value(line, Decimal.max(0, Decimal.min(d(line.taken), d(line.whole)))))
  const isLast = lines.every((line) => d(line.taken).gte(line.whole))
  const upTo = isLast || whole.isZero() ? d(gross) : roundAmount(d(gross).times(taken).div(whole))
  const share = Decimal.max(0, Decimal.min(left, upTo.minus(already)))
  const [settled, settledNet] = [d(earlier?.gross ?? 0), d(earlier?.net ?? 0)]
  const netUpTo = (amount: Decimal): Decimal => {
    if (amount.gte(gross)) return d(net)
    if (amount.lte(settled)) return settled.isZero() ? d(0) : roundAmount(settledNet.times(amount).div(settled))
    return settledNet.plus(roundAmount(d(net).minus(settledNet).times(amount.minus(settled)).div(d(gross).minus(settled))))
  }
  return { gross: share, net: share.isZero() ? d(0) : netUpTo(d(already).plus(share)).minus(netUpTo(d(already))) }
}

type Decided = Required<Pick<Freight, 'freight' | 'freightTaxRate' | 'freightNet' | 'freightTax' | 'freightTyped' | 'freightOf'>>

/** What each part of freight comes to, net and gross: the parts follow each other, so that their nets add up (F2). */
export function partsOfFreight(freight: Freight): Array<FreightPart & { net: Decimal }> {
  const whole = freightGross(freight)
  const net = whole.minus(freight.freightTax ?? 0)
  let done = d(0)
  const netUpTo = (gross: Decimal): Decimal => (gross.eq(whole) ? net : roundAmount(net.times(gross).div(whole)))
  return (freight.freightOf ?? []).map((part) => {
    const before = done
    done = done.plus(part.gross)
    return { ...part, net: netUpTo(done).minus(netUpTo(before)) }
  })
}

/**
 * The freight of a document: what somebody typed, else its share of what the documents it comes from still have. An empty tax rate is the
 * highest of the goods; 0 is none.
 */
export function decideFreight({
  entered,
  stored,
  mode,
  rates,
  sources,
}: {
  entered: Pick<Freight, 'freight' | 'freightTaxRate'>
  stored: Freight | null
  mode: TaxMode
  /** tax rates of the lines */
  rates: ReadonlyArray<number | null>
  sources: readonly FreightSource[]
}): Decided {
  const said = entered.freight ?? null
  const otherRate = (entered.freightTaxRate ?? null) !== (stored?.freightTaxRate ?? null)
  const isNew = !stored || otherRate || !d(said).eq(d(stored.freight ?? 0))
  const typed = said !== null && (sources.length === 0 || isNew || Boolean(stored.freightTyped))
  const taxed = rates.filter((rate) => rate !== null)
  const first = sources.find(({ gross }) => d(gross).gt(0))
  const taxRate = entered.freightTaxRate ?? (first ? first.taxRate : taxed.length > 0 ? Math.max(...taxed) : null)
  const shares = sources.map((source) => ({ of: source.of, ...freightShare(source) }))
  const sum = (of: 'gross' | 'net'): Decimal => shares.reduce((total, share) => total.plus(share[of]), d(0))
  const proposed = { gross: sum('gross'), net: sum('net') }
  if (!typed && proposed.gross.isZero()) return asStored(null, null, { gross: d(0), net: d(0) }, false, [])
  const same = !typed || (!otherRate && d(said).eq(mode === 'inclusive' ? proposed.gross : proposed.net))
  const amounts = typed && !same ? taxFreight({ freight: said, taxRate, mode }) : proposed
  const parts = splitByWeight(
    amounts.gross,
    shares.map(({ gross }) => gross),
  )
  return asStored(
    toNumber(mode === 'inclusive' ? amounts.gross : amounts.net),
    taxRate,
    amounts,
    typed,
    shares.flatMap(({ of }, index) => ((parts[index] ?? d(0)).isZero() ? [] : [{ ...of, gross: toNumber(parts[index] ?? d(0)) }])),
  )
}

const asStored = (
  freight: number | null,
  freightTaxRate: number | null,
  { gross, net }: Amounts,
  freightTyped: boolean,
  freightOf: FreightPart[],
): Decided => ({ freight, freightTaxRate, freightNet: toNumber(net), freightTax: toNumber(gross.minus(net)), freightTyped, freightOf })

/** The freight of a stored order, and nothing else of it. */
export const freightPart = ({
  freight,
  freightTaxRate,
  freightNet,
  freightTax,
  freightTyped,
  freightOf,
  freightEarlier,
}: OrderFreight): OrderFreight => ({
  ...{ freight, freightTaxRate, freightNet, freightTax, freightTyped, freightOf, freightEarlier },
})

type Totals = { netTotal: number; taxTotal: number; grossTotal: number }

/** Totals of lines with the freight of their document; freight that came over without a tax of its own stands beside net and tax. */
export const withFreight = <Doc extends Totals>(doc: Doc, freight: Freight): Doc => {
  const [net, tax] = [d(freight.freightNet ?? 0), d(freight.freightTax ?? 0)]
  return {
    ...doc,
    ...freight,
    netTotal: toNumber(d(doc.netTotal).plus(net)),
    taxTotal: toNumber(d(doc.taxTotal).plus(tax)),
    grossTotal: toNumber(roundAmount(freightGross(freight).plus(doc.grossTotal))),
  }
}
