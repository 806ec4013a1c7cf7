/** What the grid says, in both languages. */
export const words = {
  add: { zh: '添加行', en: 'Add line' },
  addRow: { zh: '添加', en: 'Add' },
  remove: { zh: '删除', en: 'Remove' },
  duplicate: { zh: '复制行', en: 'Duplicate' },
  totals: { zh: '合计', en: 'Totals' },
  lines: { zh: '行', en: 'lines' },
  net: { zh: '无税', en: 'Net' },
  tax: { zh: '税额', en: 'Tax' },
  gross: { zh: '价税合计', en: 'Gross' },
  drag: { zh: '拖动排序', en: 'Drag to move' },
  columns: { zh: '列', en: 'Columns' },
  copy: { zh: '复制到 Excel', en: 'Copy to Excel' },
  copied: { zh: '已复制 ✓', en: 'Copied ✓' },
  why: { zh: '取价过程', en: 'Why this price' },
  checked: { zh: '检查通过', en: 'Checked: nothing to object' },
  checking: { zh: '检查中…', en: 'Checking…' },
  row: { zh: '第', en: 'Line' },
  search: { zh: '编码 名称 拼音', en: 'Code, name, pinyin' },
  split: { zh: '分批交期', en: 'Several dates' },
  qty: { zh: '数量', en: 'Quantity' },
  anotherDate: { zh: '再加一批', en: 'Another date' },
  undated: { zh: '未排', en: 'Not dated' },
  reprice: { zh: '重新取价', en: 'Re-price to' },
  earlier: { zh: '该客户历史价格', en: 'Earlier prices of this customer' },
  use: { zh: '用此价', en: 'Use' },
  none: { zh: '无', en: 'None' },
  headDate: { zh: '整单交期', en: 'Delivery date of all lines' },
  tooMany: { zh: '一次最多粘贴行数（更多请用导入）', en: 'Rows pasted at once, at most (import a file for more)' },
  unanswered: {
    zh: '服务器没有应答，粘贴的内容还在，保存前会再核对',
    en: 'The server did not answer. What was pasted is here, and is looked up again before it is saved',
  },
  unread: { zh: '看不懂', en: 'Cannot be read' },
  notOne: { zh: '没有唯一对应的记录，请选择', en: 'No single record fits, please choose' },
  empty: {
    zh: '输入编码、名称、拼音或客户料号，或从 Excel 粘贴：编码、数量、单价',
    en: 'Type a code, name, pinyin or the customer’s own code, or paste from Excel: code, quantity, price',
  },
  keys: {
    zh: 'Enter 物料 → 数量 → 下一行 · F4 查找 · Ctrl+D 向下填充 · Ctrl+Insert/Delete 增删行 · Ctrl+Z 撤销 · Alt+↑↓ 移动行 · Alt+1 用第一个办法',
    en: 'Enter item → quantity → next line · F4 look up · Ctrl+D fill down · Ctrl+Insert/Delete line · Ctrl+Z undo · Alt+↑↓ move line · Alt+1 first remedy',
  },
} as const

export type Word = keyof typeof words
export type Language = 'zh' | 'en'
