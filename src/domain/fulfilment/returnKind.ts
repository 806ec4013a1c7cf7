import { documentKind } from '../kernel/documentKind'
import { shippers } from '../people/crews'
import { salesOwner } from '../people/rows'
import { approved, cancelled, draft, received } from '../words/stateWords'
import type { ReturnDocument } from './return'
import { returnEditable, returnSteps } from './returnSteps'

/** 退货单: goods a customer sends back, received and then inspected. */
export const returnKind = documentKind<ReturnDocument>()({
  slug: 'returns',
  title: { zh: '退货单', en: 'Return', many: 'Returns' },
  purpose: { zh: '退货单：由发货单生成，收货后检验', en: 'Returns: made from a delivery; received, then inspected' },
  series: 'RT',
  states: { draft, approved, received, inspected: { zh: '已检验', en: 'Inspected' }, cancelled },
  initial: 'draft',
  ended: ['inspected', 'cancelled'],
  steps: returnSteps,
  editable: returnEditable,
  editors: shippers,
  rows: { ...salesOwner, warehouses: ['lines.warehouse', 'lines.restockTo'] },
  shows: ['price', 'bank'],
  menu: { group: 'shipping', usedBy: ['sales', 'salesManager', 'warehouse', 'finance'] },
  columns: ['no', 'date', 'kind', 'customer', 'status', 'grossTotal', 'salesperson'],
  foundBy: ['no'],
  carries: ['payer', 'goods'],
  inBase: true,
  onCard: true,
})
