'use client'

import { Button, toast } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { ReleaseRequest as Request } from '@/src/questions/credit/releaseDesk'

import { callVerb } from '../../components/verbs/callVerb'
import { money } from '../credit/BucketBar'
import { AlarmCard } from './AlarmCard'
import { type Say, typedIn } from './desk'

const kinds = { orders: 'order', deliveries: 'delivery', invoices: 'invoice' } as const

type Props = { request: Request; say: Say; language: 'zh' | 'en'; admin: string; api: string; onDecided: () => void }

/** One request: what it is about, every alarm with what the reader may do about it, and the decision. */
export const RequestSheet = ({ request, say, language, admin, api, onDecided }: Props) => {
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const words = useRef<HTMLTextAreaElement>(null)
  const buttons = useRef<HTMLDivElement>(null)
  const { document, alarms } = request
  const mine = alarms.filter(({ state }) => state === 'may')
  const others = alarms.filter(({ state }) => state !== 'may' && state !== 'released')
  const open = request.status === 'open'
  const mayRelease = open && mine.length > 0
  const mayRefuse = open && alarms.some(({ state }) => state !== 'noRight' && state !== 'released')

  const decide = useCallback(
    async (verb: 'release' | 'reject'): Promise<void> => {
      const text = comment.trim()
      if (verb === 'reject' && text === '') return words.current?.focus()
      setBusy(true)
      const body = { version: request.version, ...(verb === 'reject' ? { reason: text } : text ? { comment: text } : {}) }
      const answer = await callVerb({ slug: 'credit-releases', id: request.id, verb, body, language, key: crypto.randomUUID() })
      setBusy(false)
      for (const { message } of answer.told) toast.error(message)
      if (!answer.ok) return
      toast.success(say(verb === 'reject' ? 'refused' : answer.warnings.length > 0 ? 'partly' : 'done'))
      onDecided()
    },
    [comment, language, onDecided, request.id, request.version, say],
  )
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (busy || event.metaKey || event.altKey) return
      const confirmed = event.ctrlKey && event.key === 'Enter'
      if (confirmed && mayRelease) {
        event.preventDefault()
        void decide('release')
      } else if (event.key === 'a' && !event.ctrlKey && !typedIn(event.target) && mayRelease) {
        event.preventDefault()
        buttons.current?.querySelector('button')?.focus() // Enter releases: one key alone must not lend money
      } else if (event.key === 'r' && !event.ctrlKey && !typedIn(event.target) && mayRefuse) {
        event.preventDefault()
        words.current?.focus()
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [busy, decide, mayRefuse, mayRelease])

  const facts: Array<[string, string]> = [
    ['amount', money(request.amount)],
    ['salesperson', request.salesperson],
    ['department', request.department],
    ['requester', request.requester],
  ]
  return (
    <section className="releases__sheet">
      <header>
        <h2>{`${say(kinds[document.slug])} ${document.no}`}</h2>
        <span>{`${request.customer} · ${say('version')} ${document.version}`}</span>
        <a href={`${admin}/collections/${document.slug}/${document.id}`}>{say('open')}</a>
      </header>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([word, value]) => (
            <div key={word}>
              <dt>{say(word)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <blockquote>
        <strong>{say('remark')}</strong> {request.remark ?? <em>{say('noRemark')}</em>}
      </blockquote>
      {alarms.map((alarm) => (
        <AlarmCard key={`${alarm.kind}-${alarm.object.kind}-${alarm.object.id}`} {...{ alarm, say, api, language }} />
      ))}
      {mayRelease || mayRefuse ? (
        <form onSubmit={(event) => event.preventDefault()}>
          <textarea
            ref={words}
            rows={3}
            aria-label={say('comment')}
            placeholder={say('comment')}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
          <div ref={buttons} className="answer-bar">
            {mayRelease && (
              <Button margin={false} disabled={busy} onClick={() => void decide('release')}>
                {say(others.length > 0 ? 'part' : 'approve')}
              </Button>
            )}
            {mayRefuse && (
              <Button margin={false} buttonStyle="secondary" disabled={busy} onClick={() => void decide('reject')}>
                {say('refuse')}
              </Button>
            )}
          </div>
        </form>
      ) : (
        !open && <p>{`${say('decided')}: ${say(request.status)} ${request.reason ?? ''}`}</p>
      )}
    </section>
  )
}
