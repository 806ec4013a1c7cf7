import { reports } from '@/reports'
import { mayOpen, type Report } from '@/reports/kit/defineReport'
import { readsKind } from '@/src/access/kinds'
import { takersOut } from '@/src/domain/people/crews'
import type { Person } from '@/src/domain/people/person'

/** What the record of a prepared file calls all books of the company. */
export const wholeCompany = 'company'

const lists = 'list/'
/** What the record of a prepared file calls a list. */
export const listNamed = (slug: string): string => `${lists}${slug}`

/** What may be written in the background: a report as a workbook, a list as CSV, or every table and file of the company in one archive. */
export type PreparedKind =
  | { is: 'list'; slug: string; type: string; ending: 'csv' }
  | { is: 'report'; report: Report; type: string; ending: 'xlsx' }
  | { is: 'company'; type: string; ending: 'zip' }

/** What the record of a prepared file names, for somebody; null where it is not, or no longer, open to him. */
export function preparedKind(name: string, person: Person): PreparedKind | null {
  const roles = person.roles ?? []
  if (name.startsWith(lists)) {
    const slug = name.slice(lists.length)
    return readsKind(person, slug) ? { is: 'list', slug, type: 'text/csv; charset=utf-8', ending: 'csv' } : null
  }
  if (name === wholeCompany)
    return takersOut.some((role) => roles.includes(role)) ? { is: 'company', type: 'application/zip', ending: 'zip' } : null
  const report = reports.find((candidate) => candidate.name === name)
  if (!report || !mayOpen(report, roles)) return null
  return { is: 'report', report, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' }
}
