import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { invoiceBaseGross } from '@/src/domain/fulfilment/invoiceContributions'
import { withFreight } from '@/src/domain/pricing/freight'
import type { InvoiceLine } from '@/src/domain/fulfilment/invoice'

import type { ImportDefinition } from '../engine/definition'
import * as column from './columns'
import { type Group, type GroupContext, inTurns, takeGroups, type Written } from './groupedKind'
import { headColumnsOf, openingHeader } from './openingHeader'
import { openingFreight } from './openingFreight'
import { headFields, lineFields, openingLines, totalsOf } from './openingLines'
import { knownDocuments, type NewDocument, writeOpenings } from './writeOpenings'

const heads = [...headFields, column.dueDate, column.cancelled]

const columns = [
  column.no([
    '发票号',
    '发票编号',
    '开票单号',
    '销售单号',
    '订单号',
    'invoice',
    'invoice no',
    'invoiceno',
    'order id',
    'order no',
    'sales order id',
    'sales order no',
    '出库单号',
    '单据编号',
  ]),
  ...heads,
  ...lineFields,
  column.cost,
  column.costValue,
  column.batchNo,
  column.remark,
]

/** What the goods of a line cost: as an amount, or by the piece; unknown where the file does not say. */
function costOf(values: Record<string, unknown>, sign: 1 | -1): number | null {
  if (values['costValue'] !== undefined) return toNumber(d(values['costValue'] as number).abs())
  if (values['cost'] === undefined) return null
  return toNumber(
    d(values['cost'] as number)
      .times(d(values['qty'] as number))
      .times(sign),
  )
}

/** An invoice of the past; one whose lines all came back is a credit note, with quantities turned round. */
async function invoiceOf(context: GroupContext, group: Group) {
  const header = await openingHeader(context, group)
  if (!header) return null
  const returned = group.rows.every(({ values }) => Number(values['qty']) < 0)
  const sign = returned ? -1 : 1
  const lines: InvoiceLine[] = openingLines({
    context,
    group,
    header,
    sign,
    isWrong: (qty) => (qty === 0 ? { zh: '数量不能为 0', en: 'The quantity is not 0' } : null),
    more: (values) => ({ costValue: costOf(values, sign) }),
  })
  const doc = {
    ...header,
    ...withFreight(totalsOf(lines), openingFreight(group.head, header, sign)),
    kind: returned ? ('creditNote' as const) : ('invoice' as const),
    status: group.head['cancelled'] === true ? ('cancelled' as const) : ('approved' as const),
    lines,
    openAmount: 0,
    settlement: 'full',
    creditStatus: 'notChecked',
    opening: true,
  }
  return { ...doc, settledBefore: doc.status === 'cancelled' ? 0 : toNumber(invoiceBaseGross(doc)) }
}

async function write(context: GroupContext, groups: readonly Group[]): Promise<Written> {
  const known = await knownDocuments(
    context.req,
    'invoices',
    groups.map(({ no }) => no),
    ['customer', 'date', 'grossTotal', 'opening'],
  )
  const documents: NewDocument[] = []
  let unchanged = 0
  for await (const group of inTurns(groups)) {
    const doc = await invoiceOf(context, group)
    if (!doc) continue
    const former = known.get(group.no)
    if (!former) documents.push(doc)
    else if (
      Number(former['customer']) === doc.customer &&
      String(former['date']).slice(0, 10) === doc.date &&
      Number(former['grossTotal']) === doc.grossTotal
    )
      unchanged += 1
    else
      context.wrong(
        group.rows[0]?.row ?? 0,
        'no',
        `发票 ${group.no} 已存在，且客户、日期或金额不同`,
        `There is an invoice ${group.no} already, with another customer, date or amount`,
      )
  }
  // nothing is kept of a file in which something is wrong
  const store = context.anyWrong() ? {} : { store: async () => void (await writeOpenings(context.req, 'invoices', documents)) }
  return { created: documents.length, updated: 0, unchanged, ...store }
}

/** 历史销售: invoices of former years for analysis, last prices, rating and the year before. Nothing is owed on them. */
export const salesHistory: ImportDefinition = {
  kind: 'sales-history',
  title: { zh: '历史销售', en: 'Sales history' },
  note: {
    zh: '一行一条明细，单号相同为一张发票。退货填负数；整张为负即红字发票。历史发票视为已结清，欠款另用“期初应收”导入。',
    en: 'One row a line; rows of one number are one invoice. Returns are negative; an invoice all of returns is a credit note. Nothing is owed on history: what is open comes in with the opening receivables.',
  },
  roles: ['finance', 'generalManager', 'admin'],
  records: { slug: 'invoices', where: { opening: { equals: true } } },
  columns: () => columns,
  take: (taking) => takeGroups({ taking, headColumns: headColumnsOf(...heads), write }),
}
