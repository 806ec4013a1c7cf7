import type { Steps } from '../kernel/steps'

export const creditReleaseStatuses = ['open', 'released', 'rejected', 'void'] as const
export type CreditReleaseStatus = (typeof creditReleaseStatuses)[number]

/** 信用审批: open until every alarm is released (several approvers may cover one each); void when the document asks for more. */
export const creditReleaseSteps = {
  open: { release: ['released', 'open'], reject: 'rejected', explain: 'open', renew: 'open', void: 'void' },
  released: { reject: 'rejected', void: 'void' },
} as const satisfies Steps<CreditReleaseStatus>

export const creditLimitStatuses = ['draft', 'submitted', 'approved', 'cancelled'] as const
export type CreditLimitStatus = (typeof creditLimitStatuses)[number]

/** 信用额度调整: prepared, submitted, approved by somebody else; an approved one may be withdrawn. */
export const creditLimitSteps = {
  draft: { submit: 'submitted', cancel: 'cancelled' },
  submitted: { approve: 'approved', reject: 'draft', cancel: 'cancelled' },
  approved: { cancel: 'cancelled' },
} as const satisfies Steps<CreditLimitStatus>
