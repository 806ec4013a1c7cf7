import type { DocumentViewServerProps } from 'payload'

import { reviewDesk } from '@/src/questions/orders/reviews/reviewDesk'

import { ReviewOfOrder } from './opened'

/** The review tab of an order, asked with the reader's rights while the page is put together. */
export const ReviewTab = async ({ initPageResult: { docID, req } }: DocumentViewServerProps) => {
  const { order } = await reviewDesk({ req, chosen: Number(docID) })
  return order ? <ReviewOfOrder order={order} language={req.i18n.language === 'en' ? 'en' : 'zh'} /> : null
}
