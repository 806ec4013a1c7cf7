import { textOrNull } from '@/src/domain/kernel/textOf'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import type { Label, Language } from '../kit/label'
import { notAccepted, param } from '../kit/params'
import { documentBehind } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { whose } from '../kit/usualParams'

import { customerStatementQuery } from './query'

const params = {
  ...whose,
  from: param.date({ zh: '开始日期', en: 'From' }),
  to: param.date({ zh: '截止日期', en: 'To' }),
}

const kinds: Readonly<Record<string, Label>> = {
  opening: { zh: '期初余额', en: 'Balance before' },
  invoice: { zh: '发票', en: 'Invoice' },
  creditNote: { zh: '红字发票', en: 'Credit note' },
  receipt: { zh: '收款', en: 'Receipt' },
  bounced: { zh: '退票', en: 'Bounced receipt' },
}

export const customerStatementShape = (row: SourceRow, { language }: { language: Language }) => ({
  customerId: row['customerId'] === null || row['customerId'] === undefined ? null : Number(row['customerId']),
  ...documentBehind(row),
  ...Object.fromEntries(
    ['customerCode', 'customer', 'date', 'no', 'due', 'debit', 'credit', 'amount', 'balance'].map((key) => [key, textOrNull(row[key])]),
  ),
  kind: row['kind'] ? (kinds[String(row['kind'])]?.[language] ?? null) : null,
})

/** 客户对账单: the balance before, every movement, the balance after. */
export const customerStatement = defineReport({
  name: 'customer-statement',
  title: { zh: '客户对账单', en: 'Customer statement' },
  params,
  check: ({ from, to }) => (from && to && to < from ? [notAccepted('to', to, `≥ ${from}`)] : []),
  columns: () => [
    col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
    col.customer('customer', { zh: '客户', en: 'Customer' }),
    col.date('date', { zh: '日期', en: 'Date' }),
    col.text('kind', { zh: '摘要', en: 'Kind' }, { width: 14 }),
    col.documentNo('no', { zh: '单据', en: 'Document' }, { width: 20 }),
    col.date('due', { zh: '到期日', en: 'Due' }),
    col.money('debit', { zh: '应收', en: 'Charged' }),
    col.money('credit', { zh: '已收与冲减', en: 'Paid or credited' }),
    col.money('amount', { zh: '变动', en: 'Change' }),
    col.money('balance', { zh: '余额', en: 'Balance' }, { total: undefined }),
  ],
  query: customerStatementQuery,
  shape: customerStatementShape,
  controlTotal: { column: 'amount', equals: { zh: '截止日应收账余额', en: 'receivables of the books on the last day' } },
  // a balance is one customer's, what was charged and paid is added up of all
  chart: () => ({ category: 'date', over: 'time', measures: ['debit', 'credit'] }),
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
