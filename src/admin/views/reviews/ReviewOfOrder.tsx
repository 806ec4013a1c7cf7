'use client'

import { Gutter, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import type { DeskOrder } from '@/src/questions/orders/reviews/desk'

import { OrderSheet } from './OrderSheet'
import { type Say, words } from './words'

/** The review beside its order: what the departments said, and the answer if one is asked of the reader. */
export const ReviewOfOrder = ({ order, language }: { order: DeskOrder; language: 'zh' | 'en' }) => {
  const router = useRouter()
  const say: Say = (word) => words[word][language]
  const answered = (): void => {
    toast.success(say('done'))
    router.refresh()
  }
  return (
    <Gutter className="review-desk">
      {order.opinions.length === 0 && <p>{say('notAsked')}</p>}
      <OrderSheet order={order} say={say} language={language} onAnswered={answered} />
    </Gutter>
  )
}
