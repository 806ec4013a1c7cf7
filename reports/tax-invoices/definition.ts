import { textOrNull } from '@/src/domain/kernel/textOf'
import { taxUnitPrice } from '@/src/domain/receivables/taxUnitPrice'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import type { Label, Language } from '../kit/label'
import { notAccepted, param } from '../kit/params'
import { idIn } from '../kit/source'
import type { SourceRow } from '../kit/statement'

import { taxInvoicesQuery } from './query'

const params = {
  from: param.date({ zh: '开始日期', en: 'From' }),
  to: param.date({ zh: '结束日期', en: 'To' }),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  invoice: param.ids({ zh: '发票', en: 'Invoice' }, 'invoices'),
}

const kinds: Readonly<Record<string, Label>> = {
  invoice: { zh: '蓝字', en: 'Invoice' },
  creditNote: { zh: '红字', en: 'Credit note' },
}

const freight: Label = { zh: '运费', en: 'Freight' }

const texts = ['no', 'date', 'original', 'customerCode', 'title', 'taxNo', 'itemCode', 'name', 'specification', 'unit', 'qty', 'currency', 'net', 'taxRate', 'tax', 'gross'] as const // prettier-ignore

/** Both unit prices carry 8 and more decimals, so that price × quantity meets the amount to the cent. */
export function taxInvoiceShape(row: SourceRow, { language }: { language: Language }) {
  const [qty, net, gross] = [textOrNull(row['qty']), textOrNull(row['net']), textOrNull(row['gross'])]
  const priceOf = (amount: string | null): string | null =>
    qty === null || amount === null ? null : taxUnitPrice({ amount, qty }).toString()
  return {
    invoiceId: row['invoiceId'] === null || row['invoiceId'] === undefined ? null : Number(row['invoiceId']),
    customerId: idIn(row, 'customerId'),
    itemId: idIn(row, 'itemId'),
    originalId: idIn(row, 'originalId'),
    ...Object.fromEntries(texts.map((key) => [key, textOrNull(row[key])])),
    ...(row['freight'] === true ? { name: freight[language] } : {}),
    kind: row['kind'] ? (kinds[String(row['kind'])]?.[language] ?? null) : null,
    netPrice: priceOf(net),
    grossPrice: priceOf(gross),
  }
}

/** 开票导出: the lines of invoices as the tax system takes them in. */
export const taxInvoices = defineReport({
  name: 'tax-invoices',
  title: { zh: '税控开票导出', en: 'Export for the tax system' },
  params,
  check: ({ from, to }) => (from && to && to < from ? [notAccepted('to', to, `≥ ${from}`)] : []),
  columns: () => [
    col.invoiceNo('no', { zh: '发票号', en: 'Invoice' }, { width: 20 }),
    col.date('date', { zh: '日期', en: 'Date' }),
    col.text('kind', { zh: '类型', en: 'Kind' }, { width: 10, detail: true }),
    col.code('original', { zh: '原发票', en: 'Original' }, { width: 20, opens: { slug: 'invoices', id: 'originalId' }, detail: true }),
    col.customer('title', { zh: '购方名称', en: 'Buyer' }),
    col.code('taxNo', { zh: '购方税号', en: 'Tax number' }, { width: 22 }),
    col.itemCode('itemCode', { zh: '品号', en: 'Item code' }, { detail: true }),
    col.item('name', { zh: '货物名称', en: 'Goods' }),
    col.text('specification', { zh: '规格型号', en: 'Specification' }, { width: 30, detail: true }),
    col.text('unit', { zh: '单位', en: 'Unit' }, { width: 8, detail: true }),
    col.quantity('qty', { zh: '数量', en: 'Quantity' }, { total: undefined }),
    col.text('netPrice', { zh: '无税单价', en: 'Net price' }, { width: 20 }),
    col.text('grossPrice', { zh: '含税单价', en: 'Gross price' }, { width: 20, detail: true }),
    col.money('net', { zh: '无税金额', en: 'Net' }),
    col.quantity('taxRate', { zh: '税率 %', en: 'Tax rate %' }, { total: undefined, width: 10, detail: true }),
    col.money('tax', { zh: '税额', en: 'Tax' }, { detail: true }),
    col.money('gross', { zh: '价税合计', en: 'Gross' }),
    col.text('currency', { zh: '币种', en: 'Currency' }, { width: 8, detail: true }),
  ],
  query: taxInvoicesQuery,
  shape: taxInvoiceShape,
  controlTotal: { column: 'gross', equals: { zh: '发票价税合计', en: 'gross totals of the invoices' } },
  chart: () => ({ category: 'title', over: 'ranking', measures: ['gross'] }),
  rights: ['finance', 'generalManager', 'auditor'],
})
