'use client'

import { Gutter, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { instantIn } from '../../instantIn'
import type { Desk, OpenReview } from '@/src/questions/orders/reviews/desk'
import { OrderSheet } from './OrderSheet'
import { type Say, words } from './words'

type Language = 'zh' | 'en'

const addressOf = ({ order, change }: Pick<OpenReview, 'order' | 'change'>): string =>
  change === null ? `/admin/reviews?order=${order}` : `/admin/collections/order-changes/${change}`

/** The desk of a reviewer: what waits on the left, the order and the answer on the right. J and K (or Alt with the arrows) walk the list. */
export const ReviewDesk = ({ reviews, order, language, timeZone }: Desk & { language: Language; timeZone: string }) => {
  const router = useRouter()
  const say: Say = (word) => words[word][language]
  const here = reviews.filter(({ change }) => change === null)
  const at = here.findIndex((review) => review.order === order?.id)
  useEffect(() => {
    const walk = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(event.target.tagName)
      const key = event.key.toLowerCase()
      const down = (key === 'j' && !typing) || (event.altKey && key === 'arrowdown')
      const up = (key === 'k' && !typing) || (event.altKey && key === 'arrowup')
      const next = down ? here[at + 1] : up ? here[at - 1] : undefined
      if (!next || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      router.push(addressOf(next))
    }
    window.addEventListener('keydown', walk)
    return () => window.removeEventListener('keydown', walk)
  }, [at, here, router])
  const answered = (): void => {
    toast.success(say('done'))
    const next = here[at + 1] ?? here[at - 1]
    if (next && next.order !== order?.id) router.push(addressOf(next))
    router.refresh()
  }
  return (
    <Gutter className="review-desk">
      <header className="review-desk__head">
        <h1>{say('title')}</h1>
        <small>
          <kbd>J</kbd> {say('next')} <kbd>K</kbd> {say('previous')} <kbd>Alt + ↑ ↓</kbd>
        </small>
      </header>
      <div className="review-desk__columns">
        <ReviewList reviews={reviews} chosen={order?.id ?? null} say={say} timeZone={timeZone} />
        {order ? (
          <OrderSheet order={order} say={say} language={language} onAnswered={answered} />
        ) : (
          <p>{reviews.length === 0 ? say('none') : say('choose')}</p>
        )}
      </div>
    </Gutter>
  )
}

type List = { reviews: OpenReview[]; chosen: number | null; say: Say; timeZone: string }

const ReviewList = ({ reviews, chosen, say, timeZone }: List) => (
  <nav className="review-desk__list" aria-label={say('title')}>
    {reviews.map((review) => {
      const isChosen = review.change === null && review.order === chosen
      const asks =
        review.task === 'review'
          ? say(review.department)
          : review.task === 'change'
            ? `${say('change')} · ${say(review.department)}`
            : say(review.task)
      return (
        <a key={review.key} href={addressOf(review)} className={isChosen ? 'is-chosen' : ''} aria-current={isChosen || undefined}>
          <strong>{review.no}</strong> <span>{asks}</span>
          <small>
            {review.customer} {review.late && <em>{say('late')}</em>}{' '}
            {review.dueAt && review.task !== 'conditions' && `${say('due')} ${instantIn(review.dueAt, timeZone).slice(5)}`}
          </small>
        </a>
      )
    })}
  </nav>
)
