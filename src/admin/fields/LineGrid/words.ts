/** What the line grid says, in both languages. */
export const words = {
  add: { zh: '添加行', en: 'Add line' },
  remove: { zh: '删除', en: 'Remove' },
  totals: { zh: '合计', en: 'Totals' },
  net: { zh: '无税', en: 'Net' },
  tax: { zh: '税额', en: 'Tax' },
  gross: { zh: '价税合计', en: 'Gross' },
  why: { zh: '取价过程', en: 'Why this price' },
  checked: { zh: '检查通过', en: 'Checked: nothing to object' },
  search: { zh: '编码或名称', en: 'Code or name' },
  split: { zh: '分批交期', en: 'Several dates' },
  qty: { zh: '数量', en: 'Quantity' },
  anotherDate: { zh: '再加一批', en: 'Another date' },
  undated: { zh: '未排', en: 'Not dated' },
  reprice: { zh: '重新取价', en: 'Re-price to' },
  earlier: { zh: '该客户历史价格', en: 'Earlier prices of this customer' },
  use: { zh: '用此价', en: 'Use' },
  none: { zh: '无', en: 'None' },
  tooMany: { zh: '一次最多粘贴行数（更多请用导入）', en: 'Rows pasted at once, at most (import a file for more)' },
  pasted: { zh: '粘贴的编码没有找到', en: 'Pasted codes not found' },
  keys: {
    zh: 'Enter 下一行 · Ctrl+Enter 新行 · 可从 Excel 粘贴：编码、数量、单价',
    en: 'Enter next line · Ctrl+Enter new line · paste from Excel: code, quantity, price',
  },
} as const

export type Say = (word: keyof typeof words) => string
