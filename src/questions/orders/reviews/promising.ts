import type { DeskLine, Proposed } from './desk'

/** One date to type: for a whole line, or for each of its delivery dates when it has several. */
export type PromiseCell = { key: string; line: string; asked: string | null; qty: number; promised: string | null }

export const promiseCells = (line: Pick<DeskLine, 'id' | 'qty' | 'promised' | 'schedule'>): PromiseCell[] =>
  line.schedule.length > 1
    ? line.schedule.map(({ date, qty, promised }) => ({ key: `${line.id} ${date}`, line: line.id, asked: date, qty, promised }))
    : [{ key: line.id, line: line.id, asked: line.schedule[0]?.date ?? null, qty: line.qty, promised: line.promised }]

type Proposals = { lines: Array<{ line: string; promised?: string; schedule?: Array<{ date: string; promised: string }> }> }

/** What was typed, as the `proposals` of a review or the `conditions` of a ruling; null when nothing was. */
export function proposalsOf({
  lines,
  typed,
}: {
  lines: ReadonlyArray<Pick<DeskLine, 'id' | 'qty' | 'promised' | 'schedule'>>
  typed: Readonly<Record<string, string>>
}): Proposals | null {
  const given = lines.flatMap((line): Proposals['lines'] => {
    const cells = promiseCells(line).filter(({ key }) => typed[key])
    if (cells.length === 0) return []
    if (line.schedule.length <= 1) return [{ line: line.id, promised: typed[line.id] as string }]
    return [{ line: line.id, schedule: cells.map(({ key, asked }) => ({ date: asked as string, promised: typed[key] as string })) }]
  })
  return given.length > 0 ? { lines: given } : null
}

/** The dates inside stored proposals, however they were given: for all lines, by line, by delivery date. */
export function proposedIn(proposals: unknown): Proposed[] {
  type Given = { line?: string; date?: string; promised?: string; schedule?: Array<{ date?: string; promised?: string }> }
  const given = (proposals ?? {}) as Given & { lines?: Given[] }
  const whole = given.promised ?? given.date
  return [
    ...(whole ? [{ line: null, date: null, promised: whole }] : []),
    ...(Array.isArray(given.lines) ? given.lines : []).flatMap((entry): Proposed[] => {
      const own = entry.promised ?? entry.date
      return [
        ...(own ? [{ line: entry.line ?? null, date: null, promised: own }] : []),
        ...(entry.schedule ?? []).flatMap(({ date, promised }) =>
          promised ? [{ line: entry.line ?? null, date: date ?? null, promised }] : [],
        ),
      ]
    }),
  ]
}

/** What a department proposes for this cell: the date for it, for its line, or for everything. */
export const proposedFor = (proposed: readonly Proposed[], cell: PromiseCell): string | null =>
  (
    proposed.find(({ line, date }) => line === cell.line && date !== null && date.slice(0, 10) === cell.asked) ??
    proposed.find(({ line, date }) => line === cell.line && date === null) ??
    proposed.find(({ line }) => line === null)
  )?.promised.slice(0, 10) ?? null
