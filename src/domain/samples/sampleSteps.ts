import type { Steps } from '../kernel/steps'

export const sampleStatuses = [
  'draft',
  'submitted',
  'inPreparation',
  'ready',
  'sent',
  'approvedByCustomer',
  'changeRequested',
  'rejectedByCustomer',
  'converted',
  'refused',
  'cancelled',
] as const
export type SampleStatus = (typeof sampleStatuses)[number]

/** Beside the way of the sample itself: papers made from it and the general manager's waiver leave the status as it is. */
const around = <S extends SampleStatus>(status: S) => ({ 'create-order': status, 'create-quote': status, waive: status }) as const

/**
 * The life of a sample. `mark-sent` and `feedback` are the house's own: the issued sample delivery and the closed feedback
 * round lead there, nobody presses them. `convert` stands at `converted` too, so that a second attempt is told which item there is.
 */
export const sampleSteps = {
  draft: { submit: 'submitted', cancel: 'cancelled', 'mark-sent': 'sent', ...around('draft') },
  submitted: { accept: 'inPreparation', refuse: 'refused', cancel: 'cancelled', 'mark-sent': 'sent', ...around('submitted') },
  inPreparation: { ready: 'ready', refuse: 'refused', cancel: 'cancelled', 'mark-sent': 'sent', ...around('inPreparation') },
  ready: { cancel: 'cancelled', 'mark-sent': 'sent', ...around('ready') },
  sent: {
    cancel: 'cancelled',
    feedback: ['approvedByCustomer', 'changeRequested', 'rejectedByCustomer'],
    ...around('sent'),
  },
  changeRequested: { accept: 'inPreparation', 'mark-sent': 'sent', ...around('changeRequested') },
  approvedByCustomer: { convert: 'converted', ...around('approvedByCustomer') },
  converted: { convert: 'converted' },
} as const satisfies Steps<SampleStatus>

/** The content may be completed until the sample is converted; afterwards only the remark (judged in the preparation). */
export const sampleEditable: readonly SampleStatus[] = [
  'draft',
  'submitted',
  'inPreparation',
  'ready',
  'sent',
  'approvedByCustomer',
  'changeRequested',
  'converted',
]

/** Goods may be ordered once the customer has approved the sample. */
export const isApprovedSample = (status: string): boolean => status === 'approvedByCustomer' || status === 'converted'

/** A sample that is over gets no further round. */
export const acceptsRounds = (status: string): boolean =>
  !['approvedByCustomer', 'rejectedByCustomer', 'converted', 'refused', 'cancelled'].includes(status)

/** Samples in work: submitted and neither answered for good nor given up. */
export const waitingSamples: readonly SampleStatus[] = ['submitted', 'inPreparation', 'ready', 'sent', 'changeRequested']

/** Who has to do something next; null when nobody has. */
export function nextResponsible(status: string): 'sales' | 'engineering' | 'customer' | null {
  if (status === 'draft' || status === 'ready' || status === 'approvedByCustomer') return 'sales'
  if (status === 'submitted' || status === 'inPreparation' || status === 'changeRequested') return 'engineering'
  return status === 'sent' ? 'customer' : null
}
