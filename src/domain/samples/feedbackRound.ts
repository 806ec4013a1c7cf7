import type { Steps } from '../kernel/steps'

export const roundStatuses = ['awaiting', 'approved', 'changeRequested', 'rejected', 'withdrawn'] as const
export type RoundStatus = (typeof roundStatuses)[number]

/** How the customer may answer; a withdrawn round was never answered. */
export const roundAnswers = ['approved', 'changeRequested', 'rejected'] as const

export const roundSteps = {
  awaiting: { close: ['approved', 'changeRequested', 'rejected'], withdraw: 'withdrawn' },
} as const satisfies Steps<RoundStatus>

/** Pictures and measurements often arrive after the answer: a closed round still takes them, never another answer. */
export const roundEditable: readonly RoundStatus[] = ['awaiting', 'approved', 'changeRequested', 'rejected']

export type TechnicalRow = {
  feature: string
  required?: string | null
  measured?: string | null
  deviation?: string | null
  remark?: string | null
}

export type FeedbackRound = {
  sample: number
  round: number
  status: RoundStatus
  remark?: string | null
  technical?: TechnicalRow[] | null
  pictures?: number[] | null
  delivery?: number | null
  customer?: number | null
  salesperson?: number | null
  department?: number | null
}

/** What the sample becomes when its round is closed. */
export const sampleAfter = { approved: 'approvedByCustomer', changeRequested: 'changeRequested', rejected: 'rejectedByCustomer' } as const

export type Owner = 'sales' | 'engineering'

/** Whose field it is: sales what the customer says, engineering what was measured; pictures are anybody's. */
export const ownerOf: Readonly<Record<string, Owner>> = {
  status: 'sales',
  remark: 'sales',
  details: 'sales',
  technical: 'engineering',
  technicalNotes: 'engineering',
}

const holders: Readonly<Record<Owner, readonly string[]>> = {
  sales: ['sales', 'salesManager', 'generalManager'],
  engineering: ['engineering', 'rd'],
}

/** The roles that enter a field; of one that nobody owns, null. */
export function enteredBy(field: string): readonly string[] | null {
  const owner = ownerOf[field]
  return owner ? holders[owner] : null
}

/** The changed fields that belong to somebody else, with their owner. `roles` of nobody (jobs) own everything. */
export function foreignFields({
  changed,
  roles,
}: {
  changed: readonly string[]
  roles: readonly string[] | null
}): Array<{ field: string; owner: Owner }> {
  if (roles === null) return []
  return changed.flatMap((field) => {
    const owner = ownerOf[field]
    return owner && !holders[owner].some((role) => roles.includes(role)) ? [{ field, owner }] : []
  })
}
