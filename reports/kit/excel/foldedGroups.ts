import { d, type Decimal } from '@/src/domain/kernel/decimal'

import type { Column } from '../columns'
import type { Row } from '../row'

/** A run of rows that belong together, with the exact sums of what is added up. */
export type Group = { name: string; first: number; last: number; sums: Map<string, Decimal> }

/**
 * Follows the rows of a report that is ordered by a first level: `next` takes the row that will stand at a place and gives the group that ended before it; `end` gives the last one.
 * A group is told by its record where it has one, so that two customers of one name stay two. What was added up in one row (`others`) is no group.
 */
export function foldedGroups({ columns, by }: { columns: readonly Column[]; by: string }): {
  next: (row: Row, place: number) => Group | null
  end: (last: number) => Group | null
} {
  const summed = columns.flatMap(({ key, total }) => (total === 'sum' ? [key] : []))
  let open: (Group & { key: string; others: boolean }) | null = null
  const closed = (last: number): Group | null => (open && !open.others ? { ...open, last } : null)
  return {
    next: (row, place) => {
      const key = String(row[`${by}Id`] ?? row[by] ?? '')
      const changes = open === null || open.key !== key
      const ended = changes ? closed(place - 1) : null
      // a subtotal row stands between the groups
      if (open === null || changes)
        open = {
          key,
          name: String(row[by] ?? ''),
          first: place + (ended ? 1 : 0),
          last: place,
          sums: new Map(),
          others: row['others'] !== undefined,
        }
      for (const name of summed) {
        const value = row[name]
        if (value !== null && value !== undefined) open.sums.set(name, (open.sums.get(name) ?? d(0)).plus(value))
      }
      return ended
    },
    end: closed,
  }
}
