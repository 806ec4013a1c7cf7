import { Gutter, SetStepNav } from '@payloadcms/ui'

import { guardedView } from './guardedView'
import './samples/board.css'
import { SampleColumns } from './opened'

/** /admin/samples-board: the samples in work, a column per state, with how long they wait and for whom. */
export const SamplesBoardView = guardedView(({ i18n, payload }) => {
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return Promise.resolve(
    <>
      <SetStepNav nav={[{ label: { zh: '样板看板', en: 'Sample board' }[language] }]} />
      <Gutter>
        <SampleColumns language={language} api={payload.config.routes.api} admin={payload.config.routes.admin} />
      </Gutter>
    </>,
  )
})
