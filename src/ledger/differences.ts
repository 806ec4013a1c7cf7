import { d } from '@/src/domain/kernel/decimal'

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
  const sums = new Map<string, Entry>()
  const add = (entry: Entry, sign: 1 | -1): void => {
    const key = keyOf(entry)
    const before = sums.get(key)
    const next = { ...(before ?? entry) } as Record<string, unknown>
    for (const figure of figures) {
      const old = before ? d(before[figure] as string) : d(0)
      next[figure] = old.plus(d((entry[figure] ?? '0') as string).times(sign)).toString()
    }
    sums.set(key, next as Entry)
  }
  for (const entry of target) add(entry, 1)
  for (const entry of posted) add(entry, -1)
  return [...sums.values()].filter((entry) => figures.some((figure) => !d(entry[figure] as string).isZero()))
}
