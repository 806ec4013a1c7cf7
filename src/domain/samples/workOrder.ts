import { type ContributionInput, type Contributions, noContributions } from '../kernel/contributions'
import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Steps } from '../kernel/steps'

export const workOrderStatuses = ['open', 'inWork', 'completed', 'cancelled'] as const
export type WorkOrderStatus = (typeof workOrderStatuses)[number]

/** `follow-line` is the house's own: the order line a work order serves has changed. */
export const workOrderSteps = {
  open: { start: 'inWork', cancel: 'cancelled', 'follow-line': ['open', 'cancelled'] },
  inWork: { complete: ['inWork', 'completed'], cancel: 'cancelled', 'follow-line': ['inWork', 'completed', 'cancelled'] },
  completed: { 'follow-line': ['completed', 'inWork'] },
  cancelled: { 'follow-line': ['open', 'cancelled'] },
} as const satisfies Steps<WorkOrderStatus>

/** Measurements are entered after completion too; quantities only move by `complete`. */
export const workOrderEditable: readonly WorkOrderStatus[] = ['open', 'inWork', 'completed']

export type MaterialLine = {
  id?: string
  item: number
  qty: number
  warehouse: number | null
  batchNo?: string | null
  issued?: boolean | null
}

/** 样板工单: makes the pieces one order line asks for. Quantities in stock unit. */
export type SampleWorkOrder = {
  id: number
  no: string
  date: string
  version: number
  status: WorkOrderStatus
  sample: number | null
  order: number | null
  orderLine: string | null
  item: number
  warehouse: number | null
  qty: number
  completed: number
  scrapped: number
  due?: string | null
  materials?: MaterialLine[] | null
}

/**
 * What a work order contributes: completed pieces are on hand in the sample warehouse whatever becomes of the rest, what is still to
 * come is expected there while it is open or in work, and material marked as issued has left its warehouse.
 */
export function workOrderContributions({ doc }: Pick<ContributionInput<SampleWorkOrder>, 'doc'>): Contributions {
  const contributions = noContributions()
  const source = { slug: 'sample-work-orders', id: doc.id }
  const product = { source, line: 'product', item: doc.item, warehouse: doc.warehouse, batchNo: '' }
  const completed = d(doc.completed)
  if (doc.warehouse !== null && completed.gt(0)) contributions.stock.push({ ...product, account: 'onHand', qty: completed.toString() })
  const left = Decimal.max(0, d(doc.qty).minus(completed))
  if (doc.warehouse !== null && left.gt(0) && (doc.status === 'open' || doc.status === 'inWork')) {
    contributions.stock.push({ ...product, account: 'expectedIn', qty: left.toString(), ...(doc.due ? { due: doc.due } : {}) })
  }
  for (const line of doc.materials ?? []) {
    if (!line.issued || !line.warehouse) continue
    contributions.stock.push({
      source,
      line: `material-${line.id ?? ''}`,
      account: 'onHand',
      item: line.item,
      warehouse: line.warehouse,
      batchNo: line.batchNo ?? '',
      qty: d(line.qty).neg().toString(),
    })
  }
  return contributions
}

/** The status after completing a part: done when every piece is there, or when the rest is given up. */
export const statusAfterCompleting = ({ qty, completed, final }: { qty: Numeric; completed: Numeric; final: boolean }): WorkOrderStatus =>
  final || d(completed).gte(d(qty)) ? 'completed' : 'inWork'

type Progress = { status: WorkOrderStatus; qty: Numeric; completed: Numeric }

/**
 * What becomes of a work order when its line wants `wanted` pieces from now on (stock unit; 0 = the line is gone, closed or cancelled).
 * More is made, less is made, what is made stays; nothing begun and nothing wanted is cancelled. Null: it is right as it is.
 */
export function followLine({ status, qty, completed }: Progress, wanted: Numeric): { status: WorkOrderStatus; qty: Decimal } | null {
  const [made, needed] = [d(completed), d(wanted)]
  const next = ((): { status: WorkOrderStatus; qty: Decimal } => {
    if (needed.gt(made)) return { status: status === 'open' || status === 'cancelled' ? 'open' : 'inWork', qty: needed }
    return made.isZero() ? { status: 'cancelled', qty: d(qty) } : { status: 'completed', qty: made }
  })()
  return next.status === status && next.qty.eq(d(qty)) ? null : next
}
