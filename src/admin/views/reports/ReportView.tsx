import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import type { Person } from '@/src/domain/people/person'
import { maySee } from '@/src/domain/people/sight'
import { reports } from '@/reports'
import { mayOpen } from '@/reports/kit/defineReport'
import { describeReport } from '@/reports/kit/describeReport'

import { businessToday } from '../../businessToday'
import { guardedView } from '../guardedView'
import { ReportScreen } from '../opened'
import './report.css'

/** /admin/reports/<name>: any report of the house on screen. Figures come from the same endpoint a client would ask. */
export const ReportView = guardedView(async ({ i18n, payload, initPageResult, params, searchParams }: AdminViewServerProps) => {
  const segments = (params?.['segments'] ?? []) as string[]
  const report = reports.find(({ name }) => name === segments[1])
  const person = initPageResult.req.user as Person | null
  if (!report || !mayOpen(report, person?.roles ?? [])) notFound()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const description = describeReport(report, language, maySee(person, 'cost'))
  return (
    <>
      <SetStepNav nav={[{ label: { zh: '报表', en: 'Reports' }[language] }, { label: description.title }]} />
      <Gutter>
        <ReportScreen
          api={payload.config.routes.api}
          admin={payload.config.routes.admin}
          description={description}
          language={language}
          person={{ id: person?.id ?? 0, roles: person?.roles ?? [] }}
          today={businessToday()}
          search={searchOf(searchParams ?? {})}
        />
      </Gutter>
    </>
  )
})

/** The address as it was asked; of a name that stands twice the first. */
const searchOf = (asked: Readonly<Record<string, string | string[] | undefined>>): string =>
  new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]): [string, string][] => {
      const first = Array.isArray(value) ? value[0] : value
      return first === undefined ? [] : [[name, first]]
    }),
  ).toString()
