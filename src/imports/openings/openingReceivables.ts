import type { PayloadRequest } from 'payload'

import { invoiceBaseGross } from '@/src/domain/fulfilment/invoiceContributions'
import { d } from '@/src/domain/kernel/decimal'
import { roundAmount, toNumber } from '@/src/domain/kernel/money'

import { findDocuments } from '@/src/engine/documents/findDocuments'

import type { ImportDefinition } from '../engine/definition'
import * as column from './columns'
import { changeSettled } from './changeSettled'
import { type Group, type GroupContext, inTurns, takeGroups, type Written } from './groupedKind'
import { headColumnsOf, openingHeader, type OpeningHeader } from './openingHeader'
import { knownDocuments, writeOpenings } from './writeOpenings'

const fields = [
  column.customer,
  column.date,
  column.dueDate,
  column.amount,
  column.openAmount,
  column.currency,
  column.exchangeRate,
  column.salesperson,
  column.department,
  column.paymentTerms,
  column.region,
  column.channel,
  column.remark,
]
const columns = [column.no(['发票号', '发票编号', '凭证号', 'invoice', 'invoice no', 'invoiceno'], 'AR-1001'), ...fields]

type Owed = { header: OpeningHeader; amount: number; open: number; base: (value: number) => number }

async function owedOf(context: GroupContext, group: Group): Promise<Owed | null> {
  const [first, second] = group.rows
  if (second)
    context.wrong(
      second.row,
      'no',
      `单号 ${group.no} 与第 ${String(first?.row)} 行相同`,
      `The number ${group.no} stands in row ${String(first?.row)} already`,
    )
  const header = await openingHeader(context, group)
  if (!header || second) return null
  const amount = Number(group.head['amount'])
  const open = group.head['openAmount'] === undefined ? amount : Number(group.head['openAmount'])
  const fits = amount !== 0 && Math.sign(open) * Math.sign(amount) >= 0 && Math.abs(open) <= Math.abs(amount)
  if (!fits) {
    context.wrong(
      first?.row ?? 0,
      'openAmount',
      `未收金额须在 0 与金额 ${String(amount)} 之间`,
      `The open amount lies between 0 and the amount ${String(amount)}`,
    )
    return null
  }
  return { header, amount, open, base: (value) => toNumber(roundAmount(d(value).times(d(header.exchangeRate)))) }
}

/** What was paid of it, in the books' currency; of what nothing was paid all is owed, to the cent its lines come to. */
const settledOf = ({ amount, open, base }: Owed, billed = base(amount)): number =>
  open === amount ? 0 : Math.max(0, toNumber(d(billed).minus(d(base(open)))))

const invoiceOf = ({ header, amount, open, base }: Owed) => ({
  ...header,
  kind: 'invoice' as const,
  status: 'approved' as const,
  lines: [],
  netTotal: amount,
  taxTotal: 0,
  grossTotal: amount,
  openAmount: base(open),
  settledBefore: settledOf({ header, amount, open, base }),
  settlement: open === 0 ? 'full' : open === amount ? 'none' : 'partly',
  creditStatus: 'notChecked',
  opening: true,
})

/** What a customer paid too much or ahead: money on account, to be set off as any receipt. */
const receiptOf = ({ header, open, base }: Owed) => ({
  no: header.no,
  date: header.date,
  version: 1,
  status: 'approved' as const,
  preparedBy: header.preparedBy,
  approvedBy: header.approvedBy ?? null,
  approvedAt: header.approvedAt ?? null,
  customer: header.customer,
  billTo: header.billTo,
  salesperson: header.salesperson,
  department: header.department,
  amount: Math.abs(base(open)),
  openAmount: Math.abs(base(open)),
  method: 'other',
  allocation: 'none',
  remark: header.remark,
})

/**
 * What invoices come to in the books. Those of the history were rounded line by line, a cent beside what their total is worth: what is owed of
 * one is what its open amount is worth all the same.
 */
async function billedOf(req: PayloadRequest, ids: readonly number[]): Promise<Map<number, number>> {
  const billed = new Map<number, number>()
  for (let at = 0; at < ids.length; at += 500) {
    const where = { id: { in: ids.slice(at, at + 500) } }
    for (const invoice of await findDocuments({ req, slug: 'invoices', where, limit: 500, overrideAccess: true }))
      billed.set(invoice.id, toNumber(invoiceBaseGross(invoice)))
  }
  return billed
}

async function write(context: GroupContext, groups: readonly Group[]): Promise<Written> {
  const numbers = groups.map(({ no }) => no)
  const invoices = await knownDocuments(context.req, 'invoices', numbers, [
    'customer',
    'grossTotal',
    'opening',
    'settledBefore',
    'exchangeRate',
  ])
  const rated = [...invoices.values()].filter((former) => Number(former['exchangeRate']) !== 1)
  const billed = await billedOf(
    context.req,
    rated.map(({ id }) => id),
  )
  const receipts = await knownDocuments(context.req, 'receipts', numbers, ['customer', 'amount'])
  const [owed, paid]: [Owed[], Owed[]] = [[], []]
  const settled: Array<{ id: number; settledBefore: number }> = []
  let [updated, unchanged] = [0, 0]
  for await (const group of inTurns(groups)) {
    const entry = await owedOf(context, group)
    if (!entry) continue
    const negative = entry.amount < 0
    const former = (negative ? receipts : invoices).get(group.no)
    if (!former) {
      if (!negative) owed.push(entry)
      else if (entry.open !== 0) paid.push(entry)
      continue
    }
    const same =
      Number(former['customer']) === entry.header.customer &&
      (negative ? Number(former['amount']) === Math.abs(entry.base(entry.open)) : Number(former['grossTotal']) === entry.amount)
    if (!same || (!negative && former['opening'] !== true))
      context.wrong(
        group.rows[0]?.row ?? 0,
        'no',
        `单号 ${group.no} 已存在，且客户或金额不同`,
        `The number ${group.no} is there already, with another customer or amount`,
      )
    else if (negative || Number(former['settledBefore'] ?? 0) === settledOf(entry, billed.get(former.id))) unchanged += 1
    else {
      settled.push({ id: former.id, settledBefore: settledOf(entry, billed.get(former.id)) })
      updated += 1
    }
  }
  const store = async (): Promise<void> => {
    for (const { id, settledBefore } of settled) await changeSettled(context.req, id, settledBefore)
    await writeOpenings(context.req, 'invoices', owed.map(invoiceOf))
    await writeOpenings(context.req, 'receipts', paid.map(receiptOf))
  }
  return { created: owed.length + paid.length, updated, unchanged, ...(context.anyWrong() ? {} : { store }) }
}

/** 期初应收: what customers owe on the opening day, by document, with what was paid of it; negative what they paid ahead or too much. */
export const openingReceivables: ImportDefinition = {
  kind: 'opening-receivables',
  title: { zh: '期初应收', en: 'Opening receivables' },
  note: {
    zh: '一行一张未结清的发票，保留原单号与到期日。部分已收：填“未收金额”。客户多付、预收：金额填负数，成为未核销的收款。与历史销售单号相同的，改为未结清。',
    en: 'One row an unpaid invoice, with its own number and due date. Partly paid: fill in the open amount. Paid too much or ahead: a negative amount becomes a receipt on account. A number of the sales history makes that invoice open.',
  },
  roles: ['finance', 'generalManager', 'admin'],
  records: { slug: 'invoices', where: { and: [{ opening: { equals: true } }, { openAmount: { not_equals: 0 } }] } },
  columns: () => columns,
  take: (taking) => takeGroups({ taking, headColumns: headColumnsOf(...fields), write }),
}
