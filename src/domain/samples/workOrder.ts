import { type ContributionInput, type Contributions, noContributions } from '../kernel/contributions'
import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Steps } from '../kernel/steps'

export const workOrderStatuses = ['open', 'inWork', 'completed', 'cancelled'] as const
export type WorkOrderStatus = (typeof workOrderStatuses)[number]

export const workOrderSteps = {
  open: { start: 'inWork', cancel: 'cancelled' },
  inWork: { complete: ['inWork', 'completed'], cancel: 'cancelled' },
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
