'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { money } from '../credit/BucketBar'
import { type Desk, type Request, type Say, typedIn } from './desk'
import { RequestSheet } from './RequestSheet'
import { type Word, words } from './words'

const waiting = (since: string, say: Say): string => {
  const days = Math.floor((Date.now() - Date.parse(since)) / 86_400_000)
  return days > 0 ? `${days} ${say('days')}` : say('today')
}
const worst = ({ alarms }: Request): number | null => {
  const known = alarms.filter(({ releasedBy }) => !releasedBy).flatMap(({ excess }) => (excess === null ? [] : [excess]))
  return known.length > 0 ? Math.max(...known) : null
}
/** Where credit is released: open requests on the left, the chosen one with its figures and the decision on the right. */
export const ReleaseDesk = ({
  requests,
  chosen,
  quota,
  language,
  admin,
  api,
}: Desk & { language: 'zh' | 'en'; admin: string; api: string }) => {
  const router = useRouter()
  const say: Say = (word) => words[language][word as Word] ?? word
  const at = requests.findIndex(({ id }) => id === chosen)
  const request = requests[at]
  const to = (id: number): string => `${admin}/credit-releases?request=${id}`
  useEffect(() => {
    const walk = (event: KeyboardEvent): void => {
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      const next = requests[at + step]
      if (step !== 0 && next && !typedIn(event.target)) router.push(to(next.id))
    }
    window.addEventListener('keydown', walk)
    return () => window.removeEventListener('keydown', walk)
  })
  const decided = (): void => {
    const next = requests[at + 1] ?? requests[at - 1]
    router.push(next ? to(next.id) : `${admin}/credit-releases`)
    router.refresh()
  }
  return (
    <div className="releases">
      <header>
        <h1>{say('title')}</h1>
        <p>{quota === null ? say('noQuota') : `${say('quota')} ${money(quota)}`}</p>
      </header>
      <div className="releases__columns">
        <nav aria-label={say('title')}>
          {requests.map((row) => (
            <a key={row.id} href={to(row.id)} className={row.id === chosen ? 'is-chosen' : undefined}>
              <strong>{row.document.no}</strong>
              <span className="releases__excess">{worst(row) === null ? '' : `+${money(worst(row))}`}</span>
              <small>{row.customer}</small>
              <small className="releases__since">{row.status === 'open' ? waiting(row.since, say) : say(row.status)}</small>
            </a>
          ))}
          {requests.length > 0 && <small className="releases__keys">{say('keys')}</small>}
        </nav>
        {request ? (
          <RequestSheet key={`${request.id}-${request.version}`} request={request} {...{ say, language, admin, api }} onDecided={decided} />
        ) : (
          <p>{say(requests.length === 0 ? 'none' : 'choose')}</p>
        )}
      </div>
    </div>
  )
}
