import type { Objection } from './Told'

/** What is objected to, by row: one text per row, so that a row whose objections stay the same is not drawn anew. */
export function objectionsByRow(findings: readonly Objection[]): ReadonlyMap<number, string> {
  const rows = new Map<number, Record<string, string>>()
  for (const { path, message } of findings) {
    const found = /^(?:[a-z]\w*\.)+(\d+)(?:\.(\w+))?/i.exec(path ?? '')
    if (!found) continue
    const row = rows.get(Number(found[1])) ?? {}
    rows.set(Number(found[1]), { ...row, [found[2] ?? '']: message ?? '' })
  }
  return new Map([...rows].map(([row, objections]) => [row, JSON.stringify(objections)]))
}
