import type { PayloadRequest } from 'payload'

import { reports } from '@/reports'
import { mayOpen, type Report } from '@/reports/kit/defineReport'
import { personOf } from '@/src/access/roles'
import { labelIn } from '@/src/domain/words/words'
import { languageOf } from '@/src/engine/refusal'

/** What a record calls all books of the company. */
export const wholeCompany = 'company'

/** A list written as a file, and one that is kept as a view. */
const lists = ['list/', 'list:'] as const
/** What the record of a prepared file calls a list. */
export const listNamed = (slug: string): string => `${lists[0]}${slug}`

/** What the record of a prepared file or of a view names: a report, a list, or everything. */
export type Askable = { is: 'report'; report: Report } | { is: 'list'; slug: string } | { is: 'company' }

export function askable(name: string): Askable | null {
  const before = lists.find((prefix) => name.startsWith(prefix))
  if (before) return { is: 'list', slug: name.slice(before.length) }
  if (name === wholeCompany) return { is: 'company' }
  const report = reports.find((candidate) => candidate.name === name)
  return report ? { is: 'report', report } : null
}

/** All that may be named, as people call it. */
export function askableWords(req: PayloadRequest): { value: string; label: string }[] {
  const language = languageOf(req)
  const listWord = { zh: '列表：', en: 'List: ' }[language]
  const collections = req.payload.config.collections.filter(({ slug }) => !slug.startsWith('payload-'))
  return [
    ...reports.map(({ name, title }) => ({ value: name, label: title[language] })),
    ...collections.flatMap(({ slug, labels }) =>
      lists.map((prefix) => ({ value: `${prefix}${slug}`, label: `${listWord}${labelIn(labels.plural, language)}` })),
    ),
    { value: wholeCompany, label: { zh: '全部数据', en: 'The whole company' }[language] },
  ]
}

/** The reports that are open to this person, as he calls them. */
export function openReportWords(req: PayloadRequest): { value: string; label: string }[] {
  const roles = personOf(req.user)?.roles ?? []
  return reports.filter((report) => mayOpen(report, roles)).map(({ name, title }) => ({ value: name, label: title[languageOf(req)] }))
}
