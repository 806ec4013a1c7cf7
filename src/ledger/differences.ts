import { d, type Decimal, type Numeric } from '@/src/domain/kernel/decimal'

/**
 * target − posted, key by key: what must be appended so that the books hold `target`.
 * Both sides may hold a key several times (they are summed); keys that already agree are left out.
 */
export function differences<Entry extends object, Figure extends keyof Entry & string>({
  target,
  posted,
  keyOf,
  figures,
}: {
  target: readonly Entry[]
  posted: readonly Entry[]
  keyOf: (entry: Entry) => string
  figures: readonly Figure[]
}): Entry[] {
  const sums = new Map<string, { entry: Entry; figures: Decimal[] }>()
  const add = (entry: Entry, read: (figure: Decimal) => Decimal): void => {
    const key = keyOf(entry)
    const known = sums.get(key)
    const own = figures.map((figure) => read(d(entry[figure] as Numeric | undefined)))
    sums.set(key, { entry: known?.entry ?? entry, figures: known ? known.figures.map((sum, at) => sum.plus(own[at] ?? 0)) : own })
  }
  for (const entry of target) add(entry, (figure) => figure)
  for (const entry of posted) add(entry, (figure) => figure.neg())
  return [...sums.values()]
    .filter((sum) => sum.figures.some((figure) => !figure.isZero()))
    .map(({ entry, figures: summed }) => ({ ...entry, ...Object.fromEntries(figures.map((figure, at) => [figure, String(summed[at])])) }))
}
