import { addDays, daysBetween, type BusinessDate } from '../kernel/businessDate'
import { d, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { severityOf, type CreditAction, type CreditHold, type CreditObjectKind } from './decideCredit'

export type OpenItem = { document: string; openAmount: Numeric; date: BusinessDate; dueDate: BusinessDate | null }

export type CreditPeriodFacts = {
  object: {
    kind: CreditObjectKind
    id: number | string
    name: string
    controlPeriod: boolean
    hold?: CreditHold | null
    days?: number | null
  }
  /** open invoices; order does not matter */
  openItems: readonly OpenItem[]
  /** business date of the check */
  date: BusinessDate
  /** open rests up to this amount are ignored, default 10.00 */
  threshold?: Numeric
  /** days of grace, default 0 */
  margin?: number
  documentRaises: boolean
  action: CreditAction
  moment?: 'save' | 'approve'
  neverBlocks?: boolean
}

/**
 * Period control: the oldest open amount above the threshold is older than its due date, or invoice date + the object's days when
 * it has days of its own, plus the margin. 60 days, invoice 61 days old → alarm; a rest of 9.99 is ignored (CR-34).
 */
export function decideCreditPeriod(facts: CreditPeriodFacts): Finding[] {
  const { object } = facts
  if (!object.controlPeriod || object.hold === 'noCheck' || !facts.documentRaises) return []
  const threshold = d(facts.threshold ?? 10)
  const late = facts.openItems
    .filter((item) => d(item.openAmount).gt(threshold))
    .map((item) => ({ item, due: dueDateFor(item, object.days ?? null) }))
    .filter(({ due }) => daysBetween(due, facts.date) > (facts.margin ?? 0))
    .sort((a, b) => daysBetween(b.due, a.due) || daysBetween(b.item.date, a.item.date))
  const oldest = late[0]
  if (!oldest) return []
  return [
    {
      code: 'CREDIT_PERIOD_EXCEEDED',
      severity: severityOf(facts),
      facts: {
        object: { kind: object.kind, id: object.id, name: object.name },
        document: oldest.item.document,
        openAmount: d(oldest.item.openAmount).toNumber(),
        dueDate: oldest.due,
        daysOpen: daysBetween(oldest.item.date, facts.date),
        daysLate: daysBetween(oldest.due, facts.date),
      },
      remedy: { action: facts.action === 'release' ? 'requestRelease' : 'collectOverdue', facts: { document: oldest.item.document } },
    },
  ]
}

/** The day an open item has to be paid by: its due date, or its own day and the days of who owes it. */
export const dueDateFor = (item: Pick<OpenItem, 'date' | 'dueDate'>, days: number | null): BusinessDate =>
  days === null ? (item.dueDate ?? item.date) : addDays(item.date, days)
