'use client'

import { Link, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { useSyncExternalStore } from 'react'

import { Menu } from '@/src/admin/lists/Menu'
import { ask } from '@/src/admin/request/ask'

import { waitingStore } from './waitingStore'
import './bell.css'

const words = {
  notices: { zh: '通知', en: 'Notices' },
  none: { zh: '没有未读通知', en: 'Nothing unread' },
  allRead: { zh: '全部标为已读', en: 'Mark all as read' },
  read: { zh: '标为已读', en: 'Mark as read' },
  all: { zh: '查看全部', en: 'Show all' },
} as const

async function markRead(ids: readonly number[]): Promise<void> {
  for (const id of ids) await ask(`/api/notifications/${String(id)}?depth=0`, { method: 'PATCH', send: { read: true }, waits: true })
  waitingStore.lookAgain()
}

/** Drawn, not written: a machine may have no letter for it. */
const BellMark = ({ count }: { count: number }) => (
  <>
    <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d="M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7z" />
      <path d="M10 20a2 2 0 0 0 4 0" />
    </svg>
    {count > 0 && <b className="bell__count">{count > 99 ? '99+' : count}</b>}
  </>
)

const Open = ({ language, admin }: { language: 'zh' | 'en'; admin: string }) => {
  const waiting = useSyncExternalStore(waitingStore.subscribe, waitingStore.now, () => null)
  const count = waiting?.counts['notifications'] ?? 0
  const notices = waiting?.notices ?? []
  return (
    <div className="bell">
      <Menu label={<BellMark count={count} />} name={`${words.notices[language]} ${String(count)}`}>
        {notices.length === 0 && <p>{words.none[language]}</p>}
        <ul>
          {notices.map(({ id, title, text, at, href }) => (
            <li key={id}>
              {href ? (
                <Link href={`${admin}${href}`} prefetch={false} onClick={() => void markRead([id])}>
                  <b>{title}</b>
                </Link>
              ) : (
                <b>{title}</b>
              )}
              <p>{text}</p>
              <small>{at}</small>
              <button
                type="button"
                className="list__button is-quiet"
                aria-label={`${words.read[language]}: ${title}`}
                onClick={() => void markRead([id])}
              >
                ✓
              </button>
            </li>
          ))}
        </ul>
        <footer>
          {notices.length > 0 && (
            <button type="button" className="list__button" onClick={() => void markRead(notices.map(({ id }) => id))}>
              {words.allRead[language]}
            </button>
          )}
          <Link href={`${admin}/collections/notifications`} prefetch={false}>
            {words.all[language]}
          </Link>
        </footer>
      </Menu>
    </div>
  )
}

/** Unread notices, on every page; each leads to what it is about. */
export const Bell = () => {
  const { user } = useAuth()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  return user ? <Open language={i18n.language === 'en' ? 'en' : 'zh'} admin={config.routes.admin} /> : null
}
