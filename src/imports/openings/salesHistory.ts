import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { invoiceBaseGross } from '@/src/domain/fulfilment/invoiceContributions'
import { withFreight } from '@/src/domain/pricing/freight'
import type { InvoiceLine } from '@/src/domain/fulfilment/invoice'
import { owedOnly } from '@/src/ledger/owedOnly'

import type { ImportDefinition } from '../engine/definition'
import { checkTotal } from './checkTotal'
import * as column from './columns'
import { type Group, type GroupContext, inTurns, takeGroups, type Written } from './groupedKind'
import { headColumnsOf, openingHeader } from './openingHeader'
import { openingFreight } from './openingFreight'
import { headFields, lineFields, openingLines, totalsOf } from './openingLines'
import { linesTold, tellLines, type Told } from './tellLines'
import { knownDocuments, type NewDocument, writeOpenings } from './writeOpenings'

const heads = [...headFields, column.dueDate, column.cancelled, column.documentKind]

/** Corrections of former years were written as prices below nothing. */
const { min: _, ...priceOfHistory } = column.price

const columns = [
  column.no(
    [
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
    ],
    'A-1001',
  ),
  ...heads,
  ...lineFields.map((one) => (one.name === 'price' ? priceOfHistory : one)),
  column.cost,
  column.costValue,
  column.batchNo,
  column.remark,
]

const headColumns = ['no', ...headColumnsOf(...heads)]

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

/** Words of other systems for what gives back. */
const givesBack = /credit|return|refund|红字|退货|退回|退款|贷项|^红/i
const turnedRound = ['qty', 'net', 'gross', 'tax', 'lineFreight', 'costValue']

/** A document that says it gives back, in figures without a minus, as one that has it; one with any minus means it. */
function asItMeans(group: Group): Group {
  const isPlain = group.rows.every(({ values }) => ['qty', 'net', 'gross'].every((name) => Number(values[name] ?? 0) >= 0))
  if (!isPlain || !givesBack.test(String(group.head['documentKind'] ?? ''))) return group
  const turned = (values: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, names.includes(name) ? -Number(value) : value]))
  return {
    ...group,
    head: turned(group.head, ['documentTotal', 'documentTax', 'documentDiscount', 'freight']),
    rows: group.rows.map((row) => ({ ...row, values: turned(row.values, turnedRound) })),
  }
}

const hasAmount = (values: Record<string, unknown>): boolean => ['net', 'gross'].some((name) => Number(values[name] ?? 0) !== 0)

const isReturned = (values: Record<string, unknown>): boolean =>
  Number(values['qty']) < 0 || (Number(values['qty']) === 0 && Number(values['net'] ?? values['gross'] ?? 0) < 0)

/** An invoice of the past; one whose lines all came back is a credit note, with quantities turned round. */
async function invoiceOf(context: GroupContext, group: Group) {
  const header = await openingHeader(context, group)
  if (!header) return null
  const returned = group.rows.every(({ values }) => isReturned(values))
  const sign = returned ? -1 : 1
  const lines: InvoiceLine[] = openingLines({
    context,
    group,
    header,
    sign,
    isWrong: (qty, values) =>
      // money off without goods coming back has an amount and no quantity
      qty === 0 && !hasAmount(values) ? { zh: '数量为 0 的行须有金额', en: 'A line of quantity 0 has an amount' } : null,
    more: (values) => ({ costValue: costOf(values, sign) }),
  })
  const doc = {
    ...header,
    ...withFreight(totalsOf(lines), openingFreight(group, header, sign)),
    kind: returned ? ('creditNote' as const) : ('invoice' as const),
    status: group.head['cancelled'] === true ? ('cancelled' as const) : ('approved' as const),
    lines,
    openAmount: 0,
    settlement: 'full',
    creditStatus: 'notChecked',
    opening: true,
  }
  checkTotal(context, group, doc)
  return { ...doc, settledBefore: doc.status === 'cancelled' ? 0 : toNumber(invoiceBaseGross(doc)) }
}

async function write(context: GroupContext, groups: readonly Group[]): Promise<Written> {
  const known = await knownDocuments(
    context.req,
    'invoices',
    groups.map(({ no }) => no),
    ['customer', 'date', 'grossTotal', 'opening'],
  )
  const owed = await owedOnly(
    context.req,
    [...known.values()].map(({ id }) => id),
  )
  const documents: NewDocument[] = []
  const told: Array<{ id: number; lines: Told }> = []
  let unchanged = 0
  for await (const said of inTurns(groups)) {
    const group = asItMeans(said)
    const doc = await invoiceOf(context, group)
    if (!doc) continue
    const former = known.get(group.no)
    if (!former) documents.push(doc)
    else if (
      Number(former['customer']) === doc.customer &&
      String(former['date']).slice(0, 10) === doc.date &&
      Number(former['grossTotal']) === doc.grossTotal
    ) {
      if (owed.has(former.id) && doc.status === 'approved') told.push({ id: former.id, lines: linesTold(doc) })
      else unchanged += 1
    } else
      context.wrong(
        group.rows[0]?.row ?? 0,
        'no',
        `发票 ${group.no} 已存在，且客户、日期或金额不同`,
        `There is an invoice ${group.no} already, with another customer, date or amount`,
      )
  }
  // nothing is kept of a file in which something is wrong
  const store = async (): Promise<void> => {
    for (const { id, lines } of told) await tellLines(context.req, id, lines)
    await writeOpenings(context.req, 'invoices', documents)
  }
  return { created: documents.length, updated: told.length, unchanged, ...(context.anyWrong() ? {} : { store }) }
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
  headColumns,
  take: (taking) => takeGroups({ taking, headColumns, write }),
  allows: ['numbers', 'taxMode'],
}
