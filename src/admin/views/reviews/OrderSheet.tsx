'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { DeskOrder } from '@/src/questions/orders/reviews/desk'

import { useUnread } from '../../components/useUnread'
import { ReleaseButtons } from '../../components/verbs/ReleaseButtons'
import { AnswerForm, askedOf } from './AnswerForm'
import { Opinions } from './Opinions'
import { OrderLines } from './OrderLines'
import { isWord, type Say } from './words'

const amount = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** An order as its reviewers see it: its lines with stock and drawings, what the departments say, and the answer that is asked of the reader. */
export const OrderSheet = ({
  order,
  say,
  language,
  onAnswered,
}: {
  order: DeskOrder
  say: Say
  language: 'zh' | 'en'
  onAnswered: () => void
}) => {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [hasUnread, tell] = useUnread()
  const rules = order.mayRule && order.status === 'awaitingRuling'
  const typing = {
    typed,
    set: (key: string, value: string) => setTyped((before) => ({ ...before, [key]: value })),
    hasUnread,
    tell,
    enabled: rules || askedOf(order).includes('pmc'),
  }
  return (
    <section className="review-desk__order">
      <header>
        <div>
          <h2>
            {order.no} <small>{isWord(order.kind) ? say(order.kind) : order.kind}</small>
          </h2>
          <p>
            {order.customer} · {order.salesperson} · {order.date} · {order.currency} {amount(order.grossTotal)}
            {order.credit && ` · ${say('exposure')} ${amount(order.credit.exposure)}`}
            {order.credit && order.credit.free !== null && ` · ${say('free')} ${amount(order.credit.free)}`}
          </p>
          {order.remark && <p>{order.remark}</p>}
        </div>
        <Button el="anchor" url={`/admin/collections/orders/${order.id}`} buttonStyle="secondary" size="small" margin={false}>
          {say('open')}
        </Button>
      </header>
      {order.checks.length > 0 && (
        <div className="review-desk__checks">
          <ul>
            {order.checks.map(({ message, severity }, index) => (
              <li key={`${message}${index}`} className={severity === 'warning' ? 'is-warning' : 'is-error'}>
                {message}
              </li>
            ))}
          </ul>
          <ReleaseButtons slug="orders" id={order.id} findings={order.checks} language={language} />
        </div>
      )}
      <OrderLines order={order} say={say} language={language} typing={typing} />
      <Opinions order={order} say={say} />
      <AnswerForm order={order} say={say} language={language} typing={typing} onAnswered={onAnswered} />
    </section>
  )
}
