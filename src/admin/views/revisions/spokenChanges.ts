export type Change = { path: string; before: unknown; after: unknown }
export type Names = { items: Record<string, string>; warehouses: Record<string, string> }
export type SpokenChange = {
  key: string
  where: string
  what: string
  before: string
  after: string
  kind: 'changed' | 'added' | 'removed'
}

/** Fields of a line that every sales document has, as its revisions call them. */
export const lineWords = {
  description: { zh: '说明', en: 'Description' },
  qty: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  price: { zh: '单价', en: 'Price' },
  discountRate: { zh: '折扣 %', en: 'Discount %' },
  taxRate: { zh: '税率 %', en: 'Tax %' },
  gross: { zh: '价税合计', en: 'Gross' },
} as const

/** What every sales document says of the whole. */
export const headWords = {
  remark: { zh: '备注', en: 'Remark' },
  grossTotal: { zh: '价税合计', en: 'Gross' },
  headerDiscount: { zh: '整单折扣', en: 'Header discount' },
  freight: { zh: '运费', en: 'Freight' },
  deliveryAddress: { zh: '送货地址', en: 'Delivery address' },
  paymentTerms: { zh: '收款条件', en: 'Payment terms' },
} as const

const fields: Readonly<Record<string, { zh: string; en: string }>> = {
  ...lineWords,
  ...headWords,
  item: { zh: '物料', en: 'Item' },
  warehouse: { zh: '仓库', en: 'Warehouse' },
  promised: { zh: '承诺交期', en: 'Promised' },
  schedule: { zh: '交期', en: 'Delivery date' },
  netTotal: { zh: '无税合计', en: 'Net total' },
  taxTotal: { zh: '税额合计', en: 'Tax total' },
  freightTaxRate: { zh: '运费税率', en: 'Tax rate of freight' },
}
const amounts = new Set(['gross', 'grossTotal', 'netTotal', 'taxTotal', 'headerDiscount', 'freight'])

/** A figure of a field, with separators; amounts with their cents. */
export const figure = (field: string, value: number): string =>
  amounts.has(field)
    ? value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : value.toLocaleString('en-US', { maximumFractionDigits: 6 })

function spoken(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return '–'
  if (field === 'item') return names.items[String(value)] ?? String(value)
  if (field === 'warehouse') return names.warehouses[String(value)] ?? String(value)
  if (typeof value === 'number') return figure(field, value)
  if (typeof value === 'object') {
    const row = value as { date?: string; qty?: number }
    return row.date ? `${row.date.slice(0, 10)} × ${figure('qty', Number(row.qty ?? 0))}` : '…'
  }
  const text = String(value as string | boolean)
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 10) : text
}

function wholeLine(value: unknown, names: Names): string {
  const line = value as { item?: unknown; qty?: number; unit?: string; price?: number | null } | null
  return line
    ? `${spoken('item', line.item, names)} · ${figure('qty', Number(line.qty ?? 0))} ${line.unit ?? ''} × ${figure('price', Number(line.price ?? 0))}`
    : '–'
}

/** Differences of two revisions as people say them: by line, field names in the reader's language, figures that follow from others left out. */
export function spokenChanges({
  changes,
  names,
  language,
}: {
  changes: readonly Change[]
  names: Names
  language: 'zh' | 'en'
}): SpokenChange[] {
  return changes.flatMap(({ path, before, after }): SpokenChange[] => {
    const parts = path.split('.')
    if (parts[0] !== 'lines') {
      const label = fields[parts[0] ?? '']
      if (!label) return []
      const field = parts[0] as string
      const where = language === 'zh' ? '整单' : 'Order'
      return [
        {
          key: path,
          where,
          what: label[language],
          before: spoken(field, before, names),
          after: spoken(field, after, names),
          kind: 'changed',
        },
      ]
    }
    const where = language === 'zh' ? `第 ${Number(parts[1]) + 1} 行` : `Line ${Number(parts[1]) + 1}`
    if (parts.length === 2) {
      const kind = before === null ? 'added' : 'removed'
      const what = { added: { zh: '新增', en: 'Added' }, removed: { zh: '删除', en: 'Removed' } }[kind][language]
      return [{ key: `${path}${kind}`, where, what, before: wholeLine(before, names), after: wholeLine(after, names), kind }]
    }
    const name = parts[2] as string
    const label = fields[name]
    if (!label || parts.at(-1) === 'id') return []
    const part = parts[4]
    const field = part && fields[part] ? part : name
    const what =
      name === 'schedule'
        ? `${label[language]} ${Number(parts[3]) + 1}${part === 'qty' ? ` ${fields['qty']?.[language] ?? ''}` : ''}`
        : label[language]
    return [{ key: path, where, what, before: spoken(field, before, names), after: spoken(field, after, names), kind: 'changed' }]
  })
}
