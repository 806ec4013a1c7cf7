import type { AdminViewServerProps } from 'payload'

import { guardView } from './guardView'
import { loadReviews } from './reviews/loadReviews'
import { ReviewDesk } from './reviews/ReviewDesk'
import { Template } from './Template'

/** /admin/reviews: where a reviewer works. My open reviews by deadline, the order beside them, the answer in one click. */
export async function ReviewsView(props: AdminViewServerProps) {
  guardView(props)
  const { initPageResult, searchParams } = props
  const chosen = Number(searchParams?.['order'])
  const desk = await loadReviews({ req: initPageResult.req, chosen: Number.isInteger(chosen) && chosen > 0 ? chosen : null })
  return (
    <Template view={props}>
      <ReviewDesk key={desk.order?.id ?? 0} {...desk} language={initPageResult.req.i18n.language === 'en' ? 'en' : 'zh'} />
    </Template>
  )
}
