'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

import type { ReleaseDesk as Desk, ReleaseRequest as Request } from '@/src/questions/credit/releaseDesk'

import { money } from '../credit/BucketBar'
import { type Say, typedIn } from './desk'
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
type Props = Desk & { language: 'zh' | 'en'; admin: string; api: string }

/** One state of a request: another version of it is to be decided again. */
const keyOf = ({ id, version }: Request): string => `${id}-${version}`

/** Where credit is released: open requests on the left, the chosen one with its figures and the decision on the right. */
export const ReleaseDesk = ({ requests: given, chosen: asked, quota, language, admin, api }: Props) => {
  const router = useRouter()
  const say: Say = (word) => words[language][word as Word] ?? word
  // what is chosen changes at once, not when the server has answered: a key pressed next must mean what is seen
  const [chosen, setChosen] = useState(asked)
  const [done, setDone] = useState<readonly string[]>([])
  const requests = given.filter((row) => !done.includes(keyOf(row)))
  const at = requests.findIndex(({ id }) => id === chosen)
  const request = requests[at]
  const to = (id: number): string => `${admin}/credit-releases?request=${id}`
  const choose = (id: number | null): void => {
    setChosen(id)
    window.history.replaceState(null, '', id === null ? `${admin}/credit-releases` : to(id))
  }
  useEffect(() => {
    const walk = (event: KeyboardEvent): void => {
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      const next = requests[at + step]
      if (step !== 0 && next && !typedIn(event.target)) choose(next.id)
    }
    window.addEventListener('keydown', walk)
    return () => window.removeEventListener('keydown', walk)
  })
  const decided = (row: Request): void => {
    setDone([...done, keyOf(row)])
    choose((requests[at + 1] ?? requests[at - 1])?.id ?? null)
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
            <a
              key={row.id}
              href={to(row.id)}
              className={row.id === chosen ? 'is-chosen' : undefined}
              onClick={(event) => {
                event.preventDefault()
                choose(row.id)
              }}
            >
              <strong>{row.document.no}</strong>
              <span className="releases__excess">{worst(row) === null ? '' : `+${money(worst(row))}`}</span>
              <small>{row.customer}</small>
              <small className="releases__since">{row.status === 'open' ? waiting(row.since, say) : say(row.status)}</small>
            </a>
          ))}
          {requests.length > 0 && <small className="releases__keys">{say('keys')}</small>}
        </nav>
        {request ? (
          <RequestSheet key={keyOf(request)} request={request} {...{ say, language, admin, api }} onDecided={() => decided(request)} />
        ) : (
          <p>{say(requests.length === 0 ? 'none' : 'choose')}</p>
        )}
      </div>
    </div>
  )
}
