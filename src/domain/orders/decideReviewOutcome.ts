import type { ReviewStatus } from './order'
import type { OrderStatus } from './orderSteps'
import type { ReviewDepartment } from './requiredDepartments'

export const reviewOpinions = ['agree', 'agreeWithCondition', 'disagree'] as const
export type ReviewOpinion = (typeof reviewOpinions)[number]

/** One opinion, oldest first in the list; all are kept, the last one of a department counts. */
export type GivenOpinion = {
  department: ReviewDepartment
  opinion: ReviewOpinion
  /** sales has accepted the condition */
  conditionAccepted?: boolean | null
  /** given on a content that has changed since in what this department looks at */
  void?: boolean | null
}

export type ReviewOutcome = {
  status: Extract<OrderStatus, 'inReview' | 'reviewed' | 'reviewFailed' | 'awaitingRuling'>
  /** departments that have not answered yet */
  missing: ReviewDepartment[]
  /** departments that disagree, and those whose condition is not accepted: what a ruling has to settle */
  contested: ReviewDepartment[]
}

/**
 * The outcome of an order's review (订单评审): in review until every required department has answered; all agree → passed; all
 * disagree → failed, back to sales; anything mixed, or a condition sales has not accepted → the general manager's ruling.
 * Nobody required (review switched off) → passed.
 */
export function decideReviewOutcome(facts: { required: readonly ReviewDepartment[]; opinions: readonly GivenOpinion[] }): ReviewOutcome {
  const last = facts.required.map((department) => ({
    department,
    given: facts.opinions.findLast((o) => o.department === department && !o.void),
  }))
  const missing = last.filter(({ given }) => !given).map(({ department }) => department)
  const contested = last
    .filter(({ given }) => given?.opinion === 'disagree' || (given?.opinion === 'agreeWithCondition' && !given.conditionAccepted))
    .map(({ department }) => department)
  if (missing.length > 0) return { status: 'inReview', missing, contested }
  if (contested.length === 0) return { status: 'reviewed', missing, contested }
  const allDisagree = last.every(({ given }) => given?.opinion === 'disagree')
  return { status: allDisagree ? 'reviewFailed' : 'awaitingRuling', missing, contested }
}

/** What the outcome is called on the order and on its change (评审状态). */
export const reviewStatusOf = (status: ReviewOutcome['status']): ReviewStatus =>
  status === 'reviewed' ? 'passed' : status === 'reviewFailed' ? 'failed' : status

export const rulings = ['accept', 'acceptWithConditions', 'reject'] as const
export type Ruling = (typeof rulings)[number]

/** Where the general manager's ruling (最终裁定) leads; it is final. */
export const statusAfterRuling = (decision: Ruling): 'reviewed' | 'reviewFailed' => (decision === 'reject' ? 'reviewFailed' : 'reviewed')
