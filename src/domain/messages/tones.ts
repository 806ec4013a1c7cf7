/** How a state looks beside its word; the word always says it too. */
export type Tone = 'quiet' | 'waiting' | 'inForce' | 'done' | 'refused'

const tones: Readonly<Record<Exclude<Tone, 'quiet'>, readonly string[]>> = {
  waiting: [
    ...['submitted', 'inReview', 'awaitingRuling', 'awaiting', 'proposed', 'queued', 'partly', 'partlyOrdered', 'inTransit', 'inWork', 'inPreparation'],
    ...['changeRequested', 'warn', 'agreeWithCondition', 'pending'],
  ],
  inForce: ['approved', 'reviewed', 'sent', 'issued', 'posted', 'received', 'effective', 'active', 'ready', 'answered', 'applied'],
  done: ['closed', 'completed', 'confirmed', 'ordered', 'full', 'passed', 'released', 'inspected', 'converted', 'approvedByCustomer', 'ok', 'agree', 'paid'],
  refused: [
    ...['rejected', 'cancelled', 'reversed', 'reviewFailed', 'failed', 'void', 'lost', 'expired', 'superseded', 'disagree', 'alarmed', 'frozen', 'disabled'],
    ...['stop', 'out', 'overdue', 'bounced', 'refused', 'hold'],
  ],
} // prettier-ignore

const toneByValue = new Map(Object.entries(tones).flatMap(([tone, values]) => values.map((value) => [value, tone as Tone] as const)))

/** Grey while nothing has happened, amber while somebody is waited for, blue in force, green done, red refused or late. */
export const toneOf = (value: string): Tone => toneByValue.get(value) ?? 'quiet'

/** The fields of a document that say where it stands, in the order they are told. */
export const stateFields = [
  'status',
  'reviewStatus',
  'creditStatus',
  'hold',
  'deliveryStatus',
  'billingStatus',
  'paymentStatus',
  'settlement',
  'allocation',
  'returnStatus',
] as const

/** What need not be said: nothing has happened yet, or the question does not arise. */
const unsaid = new Set(['none', 'notRequired', 'notChecked', 'normal'])

export const isSaid = (field: string, value: unknown): value is string | true =>
  value === true || (typeof value === 'string' && value !== '' && (field === 'status' || !unsaid.has(value)))
