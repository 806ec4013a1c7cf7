import { textOf } from '@/src/domain/kernel/textOf'
import type { Language } from '@/src/domain/messages/language'

type Relation = { code?: string; no?: string; name?: string } | number | string | null | undefined

/** A related record by what people call it; an unread one (no right) is empty. */
export const nameOf = (value: unknown): string => {
  const relation = value as Relation
  return relation && typeof relation === 'object' ? (relation.name ?? relation.no ?? relation.code ?? '') : ''
}
export const codeOf = (value: unknown): string => {
  const relation = value as Relation
  return relation && typeof relation === 'object' ? (relation.code ?? '') : ''
}
export const dayOf = (value: unknown): string => textOf(value).slice(0, 10)

const format = (least: number, most: number) => {
  const formatter = new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most })
  return (value: unknown): string => (typeof value === 'number' ? formatter.format(value) : '')
}
/** Stored values are rounded already; these only show them: amounts with 2, prices with 2 to 6, quantities with up to 4 decimals. */
export const amount = format(2, 2)
export const unitPrice = format(2, 6)
export const quantity = format(0, 4)
export const percent = (value: unknown): string => (typeof value === 'number' ? `${format(0, 4)(value)} %` : '')

/** Words that many sheets share. */
export const words = {
  zh: { date: '日期', customer: '客户', contact: '联系人', phone: '电话', address: '送货地址', salesperson: '业务员', terms: '收款条件', currency: '币种', item: '品号', name: '品名 / 规格', qty: '数量', unit: '单位', price: '单价', discount: '折扣', tax: '税率', gross: '价税合计', net: '无税金额', taxAmount: '税额', due: '交期', batch: '批号', warehouse: '仓库', remark: '备注', total: '合计', headerDiscount: '整单折扣', draft: '草稿', cancelled: '已取消', picture: '图片', inclusive: '含税', exclusive: '不含税', exempt: '免税', taxMode: '价税方式', revision: '版次' },
  en: { date: 'Date', customer: 'Customer', contact: 'Contact', phone: 'Phone', address: 'Delivery address', salesperson: 'Salesperson', terms: 'Payment terms', currency: 'Currency', item: 'Item', name: 'Name / specification', qty: 'Quantity', unit: 'Unit', price: 'Price', discount: 'Discount', tax: 'Tax', gross: 'Gross', net: 'Net', taxAmount: 'Tax', due: 'Due', batch: 'Batch', warehouse: 'Warehouse', remark: 'Remark', total: 'Total', headerDiscount: 'Discount', draft: 'DRAFT', cancelled: 'CANCELLED', picture: 'Picture', inclusive: 'tax included', exclusive: 'plus tax', exempt: 'exempt', taxMode: 'Prices', revision: 'Revision' },
} as const satisfies Record<Language, Record<string, string>> // prettier-ignore
