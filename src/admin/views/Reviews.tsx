import { reviewDesk } from '@/src/questions/orders/reviews/reviewDesk'

import { guardedView } from './guardedView'
import { ReviewDesk } from './opened'

/** /admin/reviews: where a reviewer works. My open reviews by deadline, the order beside them, the answer in one click. */
export const ReviewsView = guardedView(async ({ initPageResult: { req }, searchParams }) => {
  const chosen = Number(searchParams?.['order'])
  const desk = await reviewDesk({ req, chosen: Number.isInteger(chosen) && chosen > 0 ? chosen : null })
  return (
    <ReviewDesk
      key={desk.order?.id ?? 0}
      {...desk}
      language={req.i18n.language === 'en' ? 'en' : 'zh'}
      timeZone={process.env.TZ_BUSINESS || 'Asia/Shanghai'}
    />
  )
})
