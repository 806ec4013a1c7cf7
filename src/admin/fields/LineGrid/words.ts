/** What the line grid says, in both languages. */
export const words = {
  add: { zh: '添加行', en: 'Add line' },
  remove: { zh: '删除', en: 'Remove' },
  copy: { zh: '复制', en: 'Copy' },
  totals: { zh: '合计', en: 'Totals' },
  net: { zh: '无税', en: 'Net' },
  tax: { zh: '税额', en: 'Tax' },
  gross: { zh: '价税合计', en: 'Gross' },
  manual: { zh: '手工价', en: 'Typed price' },
  why: { zh: '取价过程', en: 'Why this price' },
  checked: { zh: '检查通过', en: 'Checked: nothing to object' },
  policy: { zh: '取价', en: 'Policy' },
  search: { zh: '编码或名称', en: 'Code or name' },
  split: { zh: '分批交期', en: 'Several dates' },
  qty: { zh: '数量', en: 'Quantity' },
  anotherDate: { zh: '再加一批', en: 'Another date' },
  undated: { zh: '未排', en: 'Not dated' },
  keys: { zh: 'Enter 下一行 · Ctrl+Enter 新行', en: 'Enter next line · Ctrl+Enter new line' },
} as const

export type Say = (word: keyof typeof words) => string
