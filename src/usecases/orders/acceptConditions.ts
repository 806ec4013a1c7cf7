import { z } from 'zod'

import { decideReviewOutcome } from '@/src/domain/orders/decideReviewOutcome'
import { type ReviewDepartment, reviewDepartments } from '@/src/domain/orders/requiredDepartments'

import type { Verb } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'
import { withPromises } from './promises'
import { departmentsFor, opinionsOf, type ReviewRow, reviewsOf, writeReview } from './reviews'

const body = z.object({ departments: z.array(z.enum(reviewDepartments)).min(1).optional() })

/** The last opinion of each department that agrees on a condition nobody has accepted yet. */
const conditionsOpen = (rows: readonly ReviewRow[], departments: readonly ReviewDepartment[] = reviewDepartments): ReviewRow[] =>
  reviewDepartments.flatMap((department) => {
    const last = rows.findLast((row) => row.department === department && row.opinion && row.status !== 'void')
    return departments.includes(department) && last?.opinion === 'agreeWithCondition' && !last.conditionAccepted ? [last] : []
  })

/**
 * 接受条件: sales accepts what a department agrees on condition of; promised dates among the conditions become the order's. Where that
 * settles everything the review is passed without a ruling; what sales does not accept stays for the general manager.
 */
export const acceptConditions: Verb<Stored<'orders'>, z.infer<typeof body>> = {
  name: 'accept-conditions',
  label: { zh: '接受条件', en: 'Accept conditions' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body,
  possible: async (asked) => conditionsOpen(await reviewsOf(asked, asked.doc.id)).length > 0,
  run: async (ctx) => {
    const { req, doc, settings } = ctx
    const rows = (await reviewsOf(ctx, doc.id)).filter(({ status }) => status !== 'void')
    const chosen = conditionsOpen(rows, ctx.body.departments)
    if (chosen.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { order: doc.no } })
    for (const row of chosen) await writeReview(ctx, row.id, { conditionAccepted: true })
    const accepted = new Set(chosen.map(({ id }) => id))
    const opinions = opinionsOf(rows.map((row) => (accepted.has(row.id) ? { ...row, conditionAccepted: true } : row)))
    const outcome = decideReviewOutcome({ required: departmentsFor(doc, settings), opinions })
    const lines = chosen.reduce((changed, { proposals }) => withPromises(changed, proposals), doc.lines)
    const passed = doc.status === 'awaitingRuling' && outcome.status === 'reviewed'
    return {
      patch: { lines, ...(passed ? { status: 'reviewed', reviewStatus: 'passed' } : { status: doc.status }) } as Partial<Stored<'orders'>>,
    }
  },
}
