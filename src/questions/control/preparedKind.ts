import { reports } from '@/reports'
import { mayOpen, type Report } from '@/reports/kit/defineReport'
import { takersOut } from '@/src/domain/people/crews'

/** What the record of a prepared file calls all books of the company. */
export const wholeCompany = 'company'

/** What may be written in the background: a report as a workbook, or every table and file of the company in one archive. */
export type PreparedKind = { is: 'report'; report: Report; type: string; ending: 'xlsx' } | { is: 'company'; type: string; ending: 'zip' }

/** What the record of a prepared file names, for somebody of these roles; null where it is not, or no longer, open to him. */
export function preparedKind(name: string, roles: readonly string[]): PreparedKind | null {
  if (name === wholeCompany)
    return takersOut.some((role) => roles.includes(role)) ? { is: 'company', type: 'application/zip', ending: 'zip' } : null
  const report = reports.find((candidate) => candidate.name === name)
  if (!report || !mayOpen(report, roles)) return null
  return { is: 'report', report, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' }
}
