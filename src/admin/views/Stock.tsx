import { Gutter, SetStepNav } from '@payloadcms/ui'

import { reports } from '@/reports'
import { mayOpen } from '@/reports/kit/defineReport'

import { guardedView } from './guardedView'
import './reports/report.css'
import './stock/stock.css'
import { StockDesk } from './opened'

/** /admin/stock: what is there and what is promised; a row opens its card, holders, days and batch. Rights are the endpoints'. */
export const StockView = guardedView(({ i18n, payload, initPageResult }) => {
  const roles = (initPageResult.req.user as { roles?: string[] } | null)?.roles ?? []
  // the workbook is that of the report of the same figures, for whoever may open it
  const excel = reports.some((report) => report.name === 'stock-availability' && mayOpen(report, roles))
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return Promise.resolve(
    <>
      <SetStepNav nav={[{ label: { zh: '现存量查询', en: 'Stock on hand' }[language] }]} />
      <Gutter>
        <StockDesk excel={excel} language={language} api={payload.config.routes.api} admin={payload.config.routes.admin} />
      </Gutter>
    </>,
  )
})
