import { textOf } from '@/src/domain/kernel/textOf'
import { compareRevisions } from '@/src/questions/orders/orderRevisions'

import type { PrintedDocument, PrintedLine, Sheet } from '../sheet'
import { amount, dayOf, quantity, unitPrice } from '../shown'

/** An order as a revision says it, and as the one before said it. */
export type AgreedContent = { content: PrintedDocument; before: PrintedDocument | null }

const shown = {
  item: { zh: '物料', en: 'Item' },
  qty: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  price: { zh: '单价', en: 'Price' },
  discountRate: { zh: '折扣 %', en: 'Discount %' },
  taxRate: { zh: '税率 %', en: 'Tax %' },
  schedule: { zh: '交期', en: 'Delivery date' },
  promised: { zh: '承诺交期', en: 'Promised' },
  description: { zh: '说明', en: 'Description' },
  remark: { zh: '备注', en: 'Remark' },
  gross: { zh: '价税合计', en: 'Gross' },
} as const

/** What of the whole order a change may have made another. */
const ofTheOrder = {
  freight: { zh: '运费', en: 'Freight' },
  freightTaxRate: { zh: '运费税率 %', en: 'Tax of freight %' },
  headerDiscount: { zh: '整单折扣', en: 'Header discount' },
} as const

const wholeLine = (line: PrintedLine | null): string =>
  line ? `${textOf((line['item'] as { code?: string } | null)?.code)} ${quantity(line['qty'])} × ${unitPrice(line['price'])}` : '–'

/** What this revision says differently from the one before, line by line, as the customer sees it. */
export function changesTable({ content, before }: AgreedContent, language: Sheet['language']): Sheet['tables'][number] | null {
  if (!before) return null
  const zh = language === 'zh'
  const lineAt = (doc: PrintedDocument, at: string | undefined): PrintedLine | undefined => doc.lines?.[Number(at)]
  const said = (field: keyof typeof shown, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–'
    if (typeof value !== 'number')
      return textOf((value as { code?: string }).code ?? (/^\d{4}-/.test(textOf(value)) ? dayOf(value) : value))
    return field === 'gross' ? amount(value) : field === 'price' ? unitPrice(value) : quantity(value)
  }
  const rows = compareRevisions(before, content).flatMap(({ path, before: was, after: is }): string[][] => {
    const [list = '', at, name, row, part] = path.split('.')
    if (Object.hasOwn(ofTheOrder, list)) {
      const field = list as keyof typeof ofTheOrder
      const figure = (value: unknown): string =>
        typeof value !== 'number' ? '–' : field === 'freightTaxRate' ? quantity(value) : amount(value)
      return [['', ofTheOrder[field][language], figure(was), figure(is)]]
    }
    if (list !== 'lines') return []
    const no = String(Number(at) + 1)
    if (name === undefined)
      return [
        [
          no,
          zh ? (was ? '删除' : '新增') : was ? 'removed' : 'added',
          wholeLine(was as PrintedLine | null),
          wholeLine(is as PrintedLine | null),
        ],
      ]
    if (!Object.hasOwn(shown, name)) return []
    const field = name as keyof typeof shown
    if (field === 'schedule' && row !== undefined) {
      const label = `${shown.schedule[language]} ${String(Number(row) + 1)} ${part === 'qty' ? shown.qty[language] : ''}`.trim()
      if (part === 'id') return []
      const whole = (value: unknown): string => {
        const given = value as { date?: string; qty?: number } | null
        return part !== undefined || !given ? said('schedule', value) : `${dayOf(given.date)} × ${quantity(given.qty)}`
      }
      return [[no, label, whole(was), whole(is)]]
    }
    if (field === 'item') return [[no, shown.item[language], wholeLine(lineAt(before, at) ?? null), wholeLine(lineAt(content, at) ?? null)]]
    return [[no, shown[field][language], said(field, was), said(field, is)]]
  })
  return {
    title: zh ? '与上一版的差异' : 'Changes against the revision before',
    columns: [
      { title: zh ? '行' : 'Line', align: 'right' },
      { title: zh ? '内容' : 'What', width: 130 },
      { title: zh ? '变更前' : 'Before', width: '*' },
      { title: zh ? '变更后' : 'After', width: '*' },
    ],
    rows,
    empty: zh ? '无差异' : 'Nothing differs',
  }
}
