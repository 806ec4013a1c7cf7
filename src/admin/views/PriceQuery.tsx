import { Gutter, SetStepNav } from '@payloadcms/ui'

import { guardedView } from './guardedView'
import { PriceDesk } from './opened'
import './price-query/price.css'
import './reports/report.css'

/** /admin/price-query: what an item costs this customer now and why, what it cost before. Rights are the endpoints'. */
export const PriceQueryView = guardedView(({ i18n, payload }) => {
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return Promise.resolve(
    <>
      <SetStepNav nav={[{ label: { zh: '价格查询', en: 'Price query' }[language] }]} />
      <Gutter>
        <PriceDesk language={language} api={payload.config.routes.api} admin={payload.config.routes.admin} />
      </Gutter>
    </>,
  )
})
