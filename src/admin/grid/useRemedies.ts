'use client'

import { useAuth, useForm } from '@payloadcms/ui'

import { type Applied, remediesOf } from '@/src/domain/grid/remedies'
import { type Person } from '@/src/domain/people/person'
import { mayEditPrice } from '@/src/domain/people/sight'

import type { Grid } from './grid'
import { type Objection, placeIn } from './Told'
import type { CheckedLine } from './useCheck'

/** What would make a finding pass here, for this person, and the doing of it. */
export function useRemedies(grid: Grid, checked: ReadonlyMap<string, CheckedLine>) {
  const { store, columns, readOnly, resolveAll } = grid
  const { getData, dispatchFields, setModified } = useForm()
  const person = (useAuth().user ?? null) as Pick<Person, 'editPrice' | 'roles'> | null
  const open = new Set(columns.filter((column) => !column.readOnly).map(({ name }) => name))
  const remedies = (finding: Objection): Applied[] => {
    if (readOnly) return []
    const row = store.get().rows[placeIn(finding.path)?.row ?? -1]
    const mayPrice = person !== null && mayEditPrice({ id: 0, ...person })
    return remediesOf({ finding, line: row?.values ?? {}, checked: row && checked.get(row.key), head: getData(), open, mayPrice })
  }
  const apply = (index: number | null, remedy: Applied): void => {
    for (const [path, value] of Object.entries(remedy.head ?? {})) {
      dispatchFields({ type: 'UPDATE', path, value, valid: true })
      setModified(true)
    }
    if (index === null) return
    store.apply(index, remedy)
    const touched = store.get().rows.slice(index, index + 2)
    const texts = [remedy.typed ?? {}, remedy.beneath?.typed ?? {}]
    const cells = touched.flatMap(({ key }, at) => Object.entries(texts[at] ?? {}).map(([column, text]) => ({ key, column, text })))
    if (cells.length > 0) void resolveAll(cells).catch(() => undefined) // looked up again when it is saved
  }
  return { remedies, apply }
}
