/*
 * What has happened in this process since it started, counted by kind and label, for those who watch it. Labels are words of the house
 * (a refusal's code), never what somebody typed.
 */
export type Tally = 'refusals'

const counts = new Map<Tally, Map<string, number>>()

export function tally(kind: Tally, label: string): void {
  const labels = counts.get(kind) ?? new Map<string, number>()
  labels.set(label, (labels.get(label) ?? 0) + 1)
  counts.set(kind, labels)
}

export const tallied = (kind: Tally): ReadonlyMap<string, number> => counts.get(kind) ?? new Map()
