import { Gutter, SetStepNav } from '@payloadcms/ui'

import { guardedView } from './guardedView'
import { ImportDesk } from './opened'
import './import/import.css'
import './reports/report.css'

/** /admin/import: files of masters, opening balances and history, step by step. Rights are the endpoints'. */
export const ImportView = guardedView(({ i18n, payload }) => {
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return Promise.resolve(
    <>
      <SetStepNav nav={[{ label: { zh: '导入资料', en: 'Import data' }[language] }]} />
      <Gutter>
        <ImportDesk language={language} api={payload.config.routes.api} />
      </Gutter>
    </>,
  )
})
