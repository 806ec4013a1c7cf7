import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'

import { mayOpen } from '@/reports/kit/defineReport'
import { describeReport } from '@/reports/kit/describeReport'
import { unshippedLines } from '@/reports/unshipped-lines/definition'

import { businessToday } from '../businessToday'
import { guardedView } from './guardedView'
import './reports/report.css'
import { UnshippedDesk } from './opened'

/** /admin/unshipped: what has to go out, grouped, with what is late; chosen lines become a delivery. */
export const UnshippedView = guardedView(({ i18n, payload, initPageResult }) => {
  const roles = (initPageResult.req.user as { roles?: string[] } | null)?.roles ?? []
  if (!mayOpen(unshippedLines, roles)) notFound()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const description = describeReport(unshippedLines, language)
  const mayDeliver = ['sales', 'salesManager', 'warehouse', 'generalManager'].some((role) => roles.includes(role))
  return Promise.resolve(
    <>
      <SetStepNav nav={[{ label: description.title }]} />
      <Gutter>
        <UnshippedDesk
          api={payload.config.routes.api}
          admin={payload.config.routes.admin}
          description={description}
          language={language}
          mayDeliver={mayDeliver}
          today={businessToday()}
        />
      </Gutter>
    </>,
  )
})
