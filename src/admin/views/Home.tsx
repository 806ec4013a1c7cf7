import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'

import { reports } from '@/reports'
import { mayOpen } from '@/reports/kit/defineReport'
import type { Person } from '@/src/domain/people/person'

import { businessToday } from '../businessToday'
import { FollowUpBoard, SetupPath, Tiles } from './opened'

type Props = Pick<AdminViewServerProps, 'i18n' | 'payload'> & { user?: Person | null }

/** /admin: the day begins with what waits for this person, under the figures of his work. The frame and the log-in are the admin's own here. */
export const HomeView = ({ i18n, payload, user }: Props) => {
  const { api, admin } = payload.config.routes
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const open = reports.filter((report) => mayOpen(report, user?.roles ?? [])).map(({ name }) => name)
  return (
    <Gutter>
      {user?.roles?.includes('admin') && <SetupPath api={api} admin={admin} language={language} />}
      <Tiles api={api} admin={admin} language={language} today={businessToday()} open={open} roles={user?.roles ?? []} />
      <FollowUpBoard language={language} api={api} admin={admin} />
    </Gutter>
  )
}
