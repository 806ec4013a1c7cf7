import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'

import { FollowUpBoard } from './follow-up/FollowUpBoard'

/** /admin: the day begins with what waits for this person. The frame and the log-in are the admin's own here. */
export const HomeView = ({ i18n, payload }: Pick<AdminViewServerProps, 'i18n' | 'payload'>) => (
  <Gutter>
    <FollowUpBoard language={i18n.language === 'en' ? 'en' : 'zh'} api={payload.config.routes.api} admin={payload.config.routes.admin} />
  </Gutter>
)
