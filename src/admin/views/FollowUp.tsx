import { Gutter, SetStepNav } from '@payloadcms/ui'

import { FollowUpBoard } from './opened'
import { guardedView } from './guardedView'

/** /admin/follow-up: what waits for this person and what goes wrong, each group one click from its documents. */
export const FollowUpView = guardedView(({ i18n, payload }) => {
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return Promise.resolve(
    <>
      <SetStepNav nav={[{ label: { zh: '跟单看板', en: 'Follow-up' }[language] }]} />
      <Gutter>
        <FollowUpBoard language={language} api={payload.config.routes.api} admin={payload.config.routes.admin} />
      </Gutter>
    </>,
  )
})
