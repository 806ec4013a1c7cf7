import { d, type Decimal } from '@/src/domain/kernel/decimal'
import { roundAmount } from '@/src/domain/kernel/money'
import type { StockTarget } from '@/src/ledger/postings'

const keyOf = (e: StockTarget): string =>
  `${e.source.slug}|${e.source.id}|${e.line}|${e.account}|${e.item}|${e.warehouse ?? 0}|${e.batchNo}|${e.due ?? ''}`

/** One move of the stock ledger; `again` = its line has moved on this key before. */
export type StockMove = StockTarget & { again?: boolean }

type Sum = { entry: StockTarget; qty: Decimal; value: Decimal | null }

function summed(entries: readonly StockTarget[]): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const before = sums.get(key)
    const [qty, value] = [d(entry.qty), entry.value === undefined ? null : d(entry.value)]
    sums.set(
      key,
      before
        ? { entry: before.entry, qty: before.qty.plus(qty), value: before.value && value ? before.value.plus(value) : null }
        : { entry, qty, value },
    )
  }
  return sums
}

/**
 * Target − posted of the stock ledger, key by key. Values: what the document itself knows (a receipt, a return at its issue cost) is
 * exact, also when only the value changes; what is undone goes back with the value it was posted with; everything else is left to the
 * ledger's moving average.
 */
export function stockMoves({ target, posted }: { target: readonly StockTarget[]; posted: readonly StockTarget[] }): StockMove[] {
  const [targets, before] = [summed(target), summed(posted)]
  return [...new Set([...targets.keys(), ...before.keys()])].flatMap((key): StockMove[] => {
    const [wanted, held] = [targets.get(key), before.get(key)]
    const entry = (wanted ?? held)?.entry
    if (!entry) return []
    const qty = (wanted?.qty ?? d(0)).minus(held?.qty ?? d(0))
    const { value: _value, ...bare } = entry
    const move = { ...bare, qty: qty.toString() }
    if (entry.account !== 'onHand') return qty.isZero() ? [] : [move]
    const value = valueOf({ wanted, held, qty })
    if (qty.isZero() && (value === null || value.isZero())) return []
    const known = held ? { ...move, again: true } : move
    return [value === null ? known : { ...known, value: value.toString() }]
  })
}

/** The signed value of one move, or null when the ledger decides. */
function valueOf({ wanted, held, qty }: { wanted: Sum | undefined; held: Sum | undefined; qty: Decimal }): Decimal | null {
  const heldValue = held?.value ?? d(0)
  if (!wanted) return heldValue.neg()
  if (wanted.value) return wanted.value.minus(heldValue)
  if (!held || held.qty.isZero() || qty.isZero() || held.qty.s !== -qty.s) return null
  return roundAmount(heldValue.times(qty).div(held.qty))
}
