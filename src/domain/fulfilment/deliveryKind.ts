import { documentKind } from '../kernel/documentKind'
import { shippers } from '../people/crews'
import { salesOwner } from '../people/rows'
import { approved, cancelled, draft } from '../words/stateWords'
import type { Delivery } from './delivery'
import { deliveryEditable, deliverySteps } from './deliverySteps'

/** 发货单: approve is commercial, issue physical. */
export const deliveryKind = documentKind<Delivery>()({
  slug: 'deliveries',
  title: { zh: '发货单', en: 'Delivery', many: 'Deliveries' },
  purpose: { zh: '发货单：由已审核的订单生成，审核后出库', en: 'Deliveries: made from approved orders; issued once approved' },
  series: 'DN',
  states: { draft, approved, issued: { zh: '已出库', en: 'Issued' }, cancelled },
  initial: 'draft',
  ended: ['issued', 'cancelled'],
  unsettled: { status: { equals: 'issued' }, billingStatus: { not_equals: 'full' }, grossTotal: { not_equals: 0 } },
  steps: deliverySteps,
  editable: deliveryEditable,
  editors: shippers,
  rows: { ...salesOwner, warehouses: ['lines.warehouse'], unassigned: true },
  shows: ['price', 'bank'],
  menu: { group: 'shipping', usedBy: ['sales', 'salesManager', 'pmc', 'warehouse', 'finance'] },
  columns: ['no', 'date', 'customer', 'status', 'grossTotal', 'billingStatus', 'salesperson'],
  foundBy: ['no'],
  carries: ['payer', 'terms', 'goods'],
  inBase: true,
  onCard: true,
  releases: ['credit', 'price'],
  sold: { as: 'delivery', in: ['approved', 'issued'] },
})
