import type { Steps } from '../kernel/steps'

export const creditGradeStatuses = ['proposed', 'approved', 'rejected'] as const
export type CreditGradeStatus = (typeof creditGradeStatuses)[number]

/** The life of a rating (信用评级): a proposal until somebody else approves it; nothing changes before. */
export const creditGradeSteps = {
  proposed: { approve: 'approved', reject: 'rejected' },
} as const satisfies Steps<CreditGradeStatus>
