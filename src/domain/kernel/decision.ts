/**
 * Every code a refusal or warning may carry, with the HTTP status it is answered with. The table is the public contract:
 * clients route on the code and show the facts.
 */
export const statusOfCode = {
  BELOW_MINIMUM_PRICE: 400,
  NOT_AVAILABLE: 400,
  CREDIT_LIMIT_EXCEEDED: 400,
  CREDIT_PERIOD_EXCEEDED: 400,
  RELEASE_REQUIRED: 400,
  RELEASE_QUOTA_EXCEEDED: 403,
  NO_RELEASE_RIGHT: 403,
  CUSTOMER_FROZEN: 400,
  CUSTOMER_DISABLED: 400,
  CREDIT_STOP: 400,
  ILLEGAL_STEP: 409,
  STALE_VERSION: 409,
  DUPLICATE: 409,
  ALREADY_CONVERTED: 409,
  DOWNSTREAM_EXISTS: 409,
  OPEN_CHANGE_EXISTS: 409,
  ROUND_OPEN: 409,
  FOUR_EYES: 403,
  NOT_YOUR_DEPARTMENT: 403,
  NOT_YOUR_FIELD: 403,
  FORBIDDEN: 403,
  REVIEW_REQUIRED: 400,
  BOOKS_IN_USE: 409,
  ON_HOLD: 400,
  OVER_DELIVERY: 400,
  OVER_INVOICE: 400,
  OVER_RETURN: 400,
  OVER_ALLOCATION: 400,
  BELOW_PROCESSED: 400,
  SCHEDULE_MISMATCH: 400,
  QUOTE_EXPIRED: 400,
  QUOTE_SUPERSEDED: 400,
  NOTHING_OPEN: 400,
  SAMPLE_NOT_APPROVED: 400,
  APPROVAL_PICTURE_REQUIRED: 400,
  CONVERSION_INCOMPLETE: 400,
  NOT_PRODUCED: 400,
  PRICE_UNKNOWN: 400,
  COST_UNKNOWN: 400,
  PRICE_LOCKED: 400,
  EXCHANGE_RATE_UNKNOWN: 400,
  EXCHANGE_RATE_TYPED: 400,
  DISCOUNT_EXCEEDED: 400,
  POLICY_AMBIGUOUS: 400,
  INVALID_PERIOD: 400,
  FOREIGN_ADDRESS: 409,
  INVALID_INPUT: 400,
  SECOND_FACTOR_REQUIRED: 401,
  SECOND_FACTOR_WRONG: 401,
  SECOND_FACTOR_SETUP: 401,
  KEY_SCOPE: 403,
} as const

export type FindingCode = keyof typeof statusOfCode

export type Severity = 'error' | 'warning'

/** What would make a refused document pass: an action and the figure or right it needs. */
export type Remedy = { action: string; facts?: Record<string, unknown> }

/**
 * The outcome of a rule: code, the facts it was decided on (JSON-safe: figures are numbers, dates 'YYYY-MM-DD'), the field it
 * concerns (`lines.0.price`), and what would make it pass. The message is added in the reader's language by `messageOf`.
 */
export type Finding = {
  code: FindingCode
  /** the kind of document it speaks of, by whose words; absent: the one being written */
  about?: string
  severity: Severity
  path?: string
  facts: Record<string, unknown>
  message?: string
  remedy?: Remedy | string
  /** the remedy as it was decided, beside its sentence: screens apply it with one press */
  cure?: Remedy
}

/** A finding of a master record or setting, with words of its own where those of its code would say too little. */
export type WordedFinding = Omit<Finding, 'severity' | 'message'> & { text?: { zh: string; en: string } }

export const errorsIn = (findings: readonly Finding[]): Finding[] => findings.filter((f) => f.severity === 'error')

/** The HTTP status of a refusal with several findings: a missing right wins over a conflict, a conflict over a business refusal. */
export function statusOfFindings(findings: readonly Finding[]): 400 | 401 | 403 | 409 {
  const statuses = errorsIn(findings).map((f) => statusOfCode[f.code])
  if (statuses.includes(401)) return 401
  if (statuses.includes(403)) return 403
  return statuses.includes(409) ? 409 : 400
}
