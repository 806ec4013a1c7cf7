/** What the tools of price files say, in both languages. */
export const words = {
  download: { zh: '下载价格簿', en: 'Download price book' },
  uploadBook: { zh: '上传价格簿', en: 'Upload price book' },
  uploadPolicies: { zh: '导入价格政策', en: 'Import price policies' },
  customer: { zh: '客户编码或名称', en: 'Customer code or name' },
  date: { zh: '价格日期', en: 'Prices as of' },
  file: { zh: 'Excel 或 CSV 文件', en: 'Excel or CSV file' },
  effectiveFrom: { zh: '生效日（留空按文件）', en: 'Effective from (empty: as the file says)' },
  bookHint: {
    zh: '在“新价”一列填写要调整的价格，其余行留空。上传后生成一张调价单草稿，审核后生效。',
    en: 'Write the new prices into the column “New price” and leave the other rows empty. The upload makes one draft price adjustment, in force once approved.',
  },
  policiesHint: {
    zh: '列：客户、客户类别、品号、物料分类、单位、币种、数量下限、价格、折扣率、净价、优先级、生效日、失效日、备注。',
    en: 'Columns: customer, customer category, item, item category, unit, currency, from quantity, price, discount %, net, priority, valid from, valid to, remark.',
  },
  check: { zh: '检查', en: 'Check' },
  take: { zh: '导入', en: 'Import' },
  close: { zh: '关闭', en: 'Close' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  reason: { zh: '原因', en: 'Reason' },
  failed: { zh: '无法读取文件', en: 'The file cannot be read' },
  open: { zh: '打开调价单', en: 'Open the adjustment' },
  none: { zh: '没有可导入的行', en: 'Nothing to take in' },
  sound: { zh: '检查通过，可以导入', en: 'Nothing to object, ready to import' },
} as const

export type Word = keyof typeof words

/** What the file came to: rows read, records made and changed. */
export const outcome = (
  { rows, created, updated, errors }: { rows: number; created: number; updated: number; errors: unknown[] },
  language: 'zh' | 'en',
): string =>
  language === 'zh'
    ? `共 ${rows} 行，新建 ${created}，更新 ${updated}，错误 ${errors.length}`
    : `${rows} rows, ${created} created, ${updated} updated, ${errors.length} errors`

const columns: Readonly<Record<string, { zh: string; en: string }>> = {
  newPrice: { zh: '新价', en: 'New price' },
  currentPrice: { zh: '现价', en: 'Current price' },
  item: { zh: '品号', en: 'Item' },
  itemCategory: { zh: '物料分类', en: 'Item category' },
  customer: { zh: '客户', en: 'Customer' },
  customerCategory: { zh: '客户类别', en: 'Customer category' },
  unit: { zh: '单位', en: 'Unit' },
  currency: { zh: '币种', en: 'Currency' },
  minQty: { zh: '数量下限', en: 'Min quantity' },
  price: { zh: '价格', en: 'Price' },
  discountRate: { zh: '折扣率', en: 'Discount %' },
  priority: { zh: '优先级', en: 'Priority' },
  effectiveFrom: { zh: '生效日', en: 'Effective from' },
  validFrom: { zh: '生效日', en: 'Valid from' },
  validTo: { zh: '失效日', en: 'Valid to' },
}

/** A column as the file heads it. */
export const columnName = (column: string, language: 'zh' | 'en'): string => columns[column]?.[language] ?? column
