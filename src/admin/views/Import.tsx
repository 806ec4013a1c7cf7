import { Gutter, SetStepNav } from '@payloadcms/ui'

import { takersOut } from '@/src/domain/people/crews'

import { guardedView } from './guardedView'
import { ImportDesk, TakeOut } from './opened'
import './import/import.css'
import './reports/report.css'

/** /admin/import: files of masters, opening balances and history, step by step; and all of it out again. Rights are the endpoints'. */
export const ImportView = guardedView(({ i18n, initPageResult, payload }) => {
  const { user } = initPageResult.req
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return Promise.resolve(
    <>
      <SetStepNav nav={[{ label: { zh: '导入资料', en: 'Import data' }[language] }]} />
      <Gutter>
        <ImportDesk language={language} api={payload.config.routes.api} />
        {takersOut.some((role) => user?.roles?.includes(role)) && <TakeOut language={language} api={payload.config.routes.api} />}
      </Gutter>
    </>,
  )
})
