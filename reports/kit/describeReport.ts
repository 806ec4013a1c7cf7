import type { Report } from './defineReport'
import type { Language } from './label'

export type ParamDescription = {
  name: string
  label: string
  kind: 'date' | 'choice' | 'flag' | 'ids' | 'text'
  accepted: string
  initial?: string
  relation?: string
  options?: { value: string; label: string }[]
}

export type ReportDescription = { name: string; title: string; params: ParamDescription[] }

/** A report as lists and forms show it, in one language; plain JSON. */
export const describeReport = (report: Report, language: Language): ReportDescription => ({
  name: report.name,
  title: report.title[language],
  params: Object.entries(report.params)
    .filter(([, { hidden }]) => !hidden)
    .map(([name, { label, kind, accepted, options, relation, initial }]) => ({
      name,
      label: label[language],
      kind,
      accepted: accepted[language],
      ...(initial === undefined ? {} : { initial }),
      ...(relation === undefined ? {} : { relation }),
      ...(options ? { options: options.map((option) => ({ value: option.value, label: option.label[language] })) } : {}),
    })),
})
