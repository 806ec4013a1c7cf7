import type { Found } from '@/src/domain/lookup/kinds'

export type Answer = { q: string; rows: readonly Found[] }

/** Leaving a cell: the record that is meant, or why none is. `wait`: the answer to what is typed has not come yet. */
export type Meant = { found: Found } | { several: true } | { none: true } | { wait: true }

/**
 * What somebody means who typed this and leaves the cell. Only an answer to exactly this text counts. An exact code wins; one record
 * that fits is it; of several, only one that was pointed at (`at`). Nothing is guessed.
 */
export function meant({ typed, answer, at }: { typed: string; answer: Answer | null; at: number | null }): Meant {
  if (answer === null || answer.q !== typed) return { wait: true }
  const { rows } = answer
  const pointed = at === null ? undefined : rows[at]
  if (pointed) return { found: pointed }
  const [first, second] = rows
  if (!first) return { none: true }
  if (first.exact && !second?.exact) return { found: first }
  return second === undefined ? { found: first } : { several: true }
}
