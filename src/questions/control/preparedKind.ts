import { mayOpen, type Report } from '@/reports/kit/defineReport'
import { readsKind } from '@/src/access/kinds'
import { takersOut } from '@/src/domain/people/crews'
import type { Person } from '@/src/domain/people/person'

import { askable } from './askable'

/** What may be written in the background: a report as a workbook, a list as CSV, or every table and file of the company in one archive. */
export type PreparedKind =
  | { is: 'list'; slug: string; type: string; ending: 'csv' }
  | { is: 'report'; report: Report; type: string; ending: 'xlsx' }
  | { is: 'company'; type: string; ending: 'zip' }

/** What the record of a prepared file names, for somebody; null where it is not, or no longer, open to him. */
export function preparedKind(name: string, person: Person): PreparedKind | null {
  const roles = person.roles ?? []
  const named = askable(name)
  if (named?.is === 'list') return readsKind(person, named.slug) ? { ...named, type: 'text/csv; charset=utf-8', ending: 'csv' } : null
  if (named?.is === 'company')
    return takersOut.some((role) => roles.includes(role)) ? { ...named, type: 'application/zip', ending: 'zip' } : null
  if (!named || !mayOpen(named.report, roles)) return null
  return { ...named, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' }
}
