import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding, Severity } from '../kernel/decision'
import { roundAmount, toNumber } from '../kernel/money'

export type CreditObjectKind = 'customers' | 'departments' | 'users'
export type CreditAction = 'warn' | 'release' | 'forbid'
export type CreditHold = 'none' | 'stop' | 'noCheck'

/** One credit object of a document: the customer (bill-to), its department, its salesperson. Amounts gross, base currency. */
export type CreditObject = {
  kind: CreditObjectKind
  id: number | string
  name: string
  control: boolean
  /** null = not controlled, 0 = cash only */
  limit: Numeric | null
  hold?: CreditHold | null
  exposureBefore: Numeric
  exposureAfter: Numeric
  /** whether the document is of a kind that raises debt here; credit notes, returns and receipts never do */
  documentRaises: boolean
  /** goods leave or a bill is written, although the exposure as a whole stays: a manual stop and the period stop that too */
  makesDebt?: boolean
}

export type CreditFacts = {
  objects: readonly CreditObject[]
  action: CreditAction
  /** the user's right `seeCreditLimit` */
  seesLimit: boolean
  /** at `save` a document that needs a release is stored and marked; at `approve` it is refused until released. Default approve */
  moment?: 'save' | 'approve'
  /** invoicing of shipped goods: the alarm is recorded, nothing is blocked (CR-32) */
  neverBlocks?: boolean
}

export type CreditOutcome = { outcome: 'notControlled' | 'within' | 'alarm' | 'stopped'; excess: Decimal; free: Decimal | null }

const controlled = (object: CreditObject): boolean => object.control && object.limit !== null && object.hold !== 'noCheck'

/** What the check says about one object. Exposure *after* the document counts, never before + document; equality is within. */
export function creditOutcome(object: CreditObject): CreditOutcome {
  const after = roundAmount(object.exposureAfter)
  const raises = object.documentRaises && !after.lt(roundAmount(object.exposureBefore))
  const zero = new Decimal(0)
  if (object.hold === 'stop' && (raises || object.makesDebt)) return { outcome: 'stopped', excess: zero, free: zero }
  if (!controlled(object)) return { outcome: 'notControlled', excess: zero, free: null }
  const limit = d(object.limit)
  const excess = Decimal.max(0, after.minus(limit))
  return { outcome: raises && excess.gt(0) ? 'alarm' : 'within', excess, free: limit.minus(after) }
}

/**
 * Credit check (信用检查) of a document on all its credit objects: exposure after − limit > 0 is an alarm that names the object and
 * the excess. Limit 5,000, exposure after 5,000.00 passes, 5,000.01 alarms with 0.01. A manual stop refuses everything that
 * raises debt, noCheck never refuses. Who may not see limits is told the excess only, so that the limit cannot be worked out.
 */
export function decideCredit(facts: CreditFacts): Finding[] {
  const outcomes = facts.objects.map((object) => ({ object, ...creditOutcome(object) }))
  const checked = outcomes.map(({ object, outcome }) => ({ kind: object.kind, id: object.id, name: object.name, outcome }))
  return outcomes.flatMap(({ object, outcome, excess }): Finding[] => {
    const name = { kind: object.kind, id: object.id, name: object.name }
    if (outcome === 'stopped') {
      const severity: Severity = facts.neverBlocks ? 'warning' : 'error'
      return [{ code: 'CREDIT_STOP', severity, facts: { object: name }, remedy: { action: 'liftStop' } }]
    }
    if (outcome !== 'alarm') return []
    const figures = facts.seesLimit ? { limit: toNumber(d(object.limit)), exposureAfter: toNumber(roundAmount(object.exposureAfter)) } : {}
    return [
      {
        code: 'CREDIT_LIMIT_EXCEEDED',
        severity: severityOf(facts),
        facts: { object: name, ...figures, excess: toNumber(excess), objects: checked },
        remedy: { action: facts.action === 'release' ? 'requestRelease' : 'reduceExposure', facts: { excess: toNumber(excess) } },
      },
    ]
  })
}

/** Whether an alarm stops the document now. Used by the period check too. */
export function severityOf(facts: Pick<CreditFacts, 'action' | 'moment' | 'neverBlocks'>): Severity {
  if (facts.neverBlocks || facts.action === 'warn') return 'warning'
  return facts.action === 'release' && facts.moment === 'save' ? 'warning' : 'error'
}
