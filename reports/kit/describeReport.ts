import type { Report } from './defineReport'
import type { Language } from './label'
import { openOptions } from './params'

export type ParamDescription = {
  name: string
  label: string
  kind: 'date' | 'choice' | 'flag' | 'ids' | 'text' | 'number'
  accepted: string
  initial?: string
  relation?: string
  options?: { value: string; label: string }[]
  rare?: true
}

export type ReportDescription = { name: string; title: string; params: ParamDescription[]; onAnyDay?: true }

/** A report as lists and forms show it, in one language and to one person; plain JSON. */
export const describeReport = (report: Report, language: Language, seeCost = true): ReportDescription => ({
  name: report.name,
  title: report.title[language],
  ...(report.onAnyDay ? { onAnyDay: true } : {}),
  params: Object.entries(report.params)
    .filter(([, { hidden }]) => !hidden)
    .map(([name, { label, kind, accepted, options, relation, initial, rare }]) => ({
      name,
      label: label[language],
      kind,
      accepted: options
        ? openOptions(options, seeCost)
            .map(({ value }) => value)
            .join({ zh: '、', en: ', ' }[language])
        : accepted[language],
      ...(initial === undefined ? {} : { initial: initialOf(initial, openOptions(options, seeCost)) }),
      ...(relation === undefined ? {} : { relation }),
      ...(rare ? { rare } : {}),
      ...(options
        ? { options: openOptions(options, seeCost).map((option) => ({ value: option.value, label: option.label[language] })) }
        : {}),
    })),
})

/** What a form starts with: the usual choice, or the first that is open to the person. */
const initialOf = (initial: string, open: readonly { value: string }[]): string =>
  open.length === 0 || open.some(({ value }) => value === initial) ? initial : (open[0]?.value ?? initial)
