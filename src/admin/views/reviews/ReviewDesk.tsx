'use client'

import { Button, Gutter, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { AnswerForm } from './AnswerForm'
import type { Desk, DeskOrder, OpenReview, Opinion } from './desk'
import { type Word, words } from './words'

type Language = 'zh' | 'en'
export type Say = (word: Word) => string

const amount = (value: number | null): string =>
  value === null ? '–' : value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 })
const isWord = (text: string): text is Word => Object.hasOwn(words, text)

/** The desk of a reviewer: open reviews on the left, the order and the answer on the right. j and k walk the list. */
export const ReviewDesk = ({ reviews, order, language }: Desk & { language: Language }) => {
  const router = useRouter()
  const say: Say = (word) => words[word][language]
  const at = reviews.findIndex((review) => review.order === order?.id)
  useEffect(() => {
    const walk = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(event.target.tagName)
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      const next = reviews[at + step]
      if (!typing && step !== 0 && next) router.push(`/admin/reviews?order=${next.order}`)
    }
    window.addEventListener('keydown', walk)
    return () => window.removeEventListener('keydown', walk)
  }, [at, reviews, router])
  const answered = (): void => {
    toast.success(say('done'))
    router.refresh()
  }
  return (
    <Gutter className="review-desk">
      <h1>{say('title')}</h1>
      <div className="review-desk__columns">
        <ReviewList reviews={reviews} chosen={order?.id ?? null} say={say} />
        {order ? (
          <OrderSheet order={order} say={say} language={language} onAnswered={answered} />
        ) : (
          <p>{reviews.length === 0 ? say('none') : say('choose')}</p>
        )}
      </div>
    </Gutter>
  )
}

const ReviewList = ({ reviews, chosen, say }: { reviews: OpenReview[]; chosen: number | null; say: Say }) => (
  <nav className="review-desk__list" aria-label={say('title')}>
    {reviews.map((review) => (
      <a key={review.id} href={`/admin/reviews?order=${review.order}`} className={review.order === chosen ? 'is-chosen' : ''}>
        <strong>{review.no}</strong> <span>{review.toRule ? say('toRule') : say(review.department)}</span>
        <small>
          {review.customer} {review.late && <em>{say('late')}</em>} {review.dueAt && `${say('due')} ${review.dueAt.slice(0, 10)}`}
        </small>
      </a>
    ))}
    <small>{say('keys')}</small>
  </nav>
)

/** The margin stands only where the reader may know cost. */
const columnsOf = (order: DeskOrder): Word[] => [
  'item',
  'qty',
  'price',
  'gross',
  'stock',
  ...(order.lines[0]?.margin !== undefined ? (['margin'] as const) : []),
  'promised',
  'changes',
]

const OrderSheet = ({ order, say, language, onAnswered }: { order: DeskOrder; say: Say; language: Language; onAnswered: () => void }) => (
  <section className="review-desk__order">
    <header>
      <h2>{order.no}</h2>
      <p>
        {order.customer} · {order.salesperson} · {order.date} · {order.currency} {amount(order.grossTotal)}
        {order.credit && ` · ${say('exposure')} ${amount(order.credit.exposure)}`}
        {order.credit && order.credit.free !== null && ` · ${say('free')} ${amount(order.credit.free)}`}
      </p>
      {order.remark && <p>{order.remark}</p>}
      <Button el="anchor" url={`/admin/collections/orders/${order.id}`} buttonStyle="secondary" size="small" margin={false}>
        {say('open')}
      </Button>
    </header>
    <table>
      <thead>
        <tr>
          {columnsOf(order).map((word) => (
            <th key={word}>{say(word)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.id}>
            <td>{line.item || line.description}</td>
            <td className="figure">{`${line.qty.toLocaleString('en-US')} ${line.unit}`}</td>
            <td className="figure">{amount(line.price)}</td>
            <td className="figure">{amount(line.gross)}</td>
            <td className={`figure ${line.available !== null && line.available < 0 ? 'is-short' : ''}`}>
              {line.available === null ? '–' : line.available.toLocaleString('en-US')}
            </td>
            {line.margin !== undefined && <td className="figure">{line.margin === null ? '–' : line.margin.toFixed(1)}</td>}
            <td>{line.promised ?? '–'}</td>
            <td>{line.changes.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <h3>{say('opinions')}</h3>
    <div className="review-desk__opinions">
      {order.opinions.map((opinion) => (
        <OpinionCard key={opinion.id} opinion={opinion} say={say} />
      ))}
    </div>
    <AnswerForm order={order} say={say} language={language} onAnswered={onAnswered} />
  </section>
)

const OpinionCard = ({ opinion, say }: { opinion: Opinion; say: Say }) => {
  const state = opinion.status === 'open' ? 'waiting' : opinion.status === 'void' ? 'void' : (opinion.opinion ?? 'closed')
  return (
    <article className={`opinion opinion--${state}`}>
      <strong>{say(opinion.department)}</strong> <span>{isWord(state) ? say(state) : state}</span>
      {opinion.reviewer && <small>{opinion.reviewer}</small>}
      {opinion.promised && <small>{`${say('promised')} ${opinion.promised}`}</small>}
      {opinion.remark && <p>{opinion.remark}</p>}
    </article>
  )
}
