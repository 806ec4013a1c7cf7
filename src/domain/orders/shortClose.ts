import { d, type Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { openQty, type LineProgress } from './progress'

type ClosableLine = LineProgress & { id: string; closedQty?: Numeric | null }

/** The quantity each named line gives up; every open line when none is named. Never more than is open. */
export type ShortClosing = { closing: Map<string, Decimal>; findings: Finding[] }

/**
 * What a short-close (指定结束) takes: everything open of the lines named, or of the whole order. A line with nothing open cannot be
 * closed (O-35), nor an order where no line has anything open: NOTHING_OPEN.
 */
export function decideShortClose({
  order,
  lines,
  named,
}: {
  order: string
  lines: readonly ClosableLine[]
  named?: readonly string[] | undefined
}): ShortClosing {
  const open = new Map(lines.map((line) => [line.id, openQty(line)]))
  const findings = (named ?? []).flatMap((id, index): Finding[] => {
    const left = open.get(id)
    if (!left) {
      const facts = { field: 'lines', value: id, accepted: `a line of ${order}` }
      return [{ code: 'INVALID_INPUT', severity: 'error', path: `lines.${index}`, facts }]
    }
    return left.gt(0) ? [] : [{ code: 'NOTHING_OPEN', severity: 'error', path: `lines.${index}`, facts: { order, line: id } }]
  })
  const closing = new Map([...open].filter(([id, left]) => left.gt(0) && (!named || named.includes(id))))
  if (findings.length === 0 && closing.size === 0) findings.push({ code: 'NOTHING_OPEN', severity: 'error', facts: { order } })
  return { closing, findings }
}

/** The order is closed when the whole of it was named, or every line of it has been short-closed; otherwise the books decide. */
export const closesOrder = (lines: readonly ClosableLine[], closing: ReadonlyMap<string, Decimal>): boolean =>
  lines.every((line) => closing.has(line.id) || d(line.closedQty ?? 0).gt(0))
