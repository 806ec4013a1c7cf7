type Language = 'zh' | 'en'

const said = {
  search: { zh: '单号、客户、客户订单号、物料…', en: 'Number, customer, their order no., item …' },
  searchNames: { zh: '编码、名称、拼音…', en: 'Code, name …' },
  searchLabel: { zh: '在列表中搜索', en: 'Search this list' },
  quick: { zh: '快速筛选', en: 'Quick filters' },
  all: { zh: '全部', en: 'All' },
  status: { zh: '状态', en: 'Status' },
  filter: { zh: '筛选', en: 'Filter' },
  filtered: { zh: '已按条件筛选', en: 'Filtered' },
  clear: { zh: '清除', en: 'Clear' },
  views: { zh: '视图', en: 'Views' },
  saveView: { zh: '保存当前视图', en: 'Save this view' },
  viewName: { zh: '视图名称', en: 'Name of the view' },
  removeView: { zh: '删除视图', en: 'Remove the view' },
  noViews: { zh: '还没有保存的视图', en: 'No saved views yet' },
  columns: { zh: '列', en: 'Columns' },
  usual: { zh: '恢复默认', en: 'As usual' },
  earlier: { zh: '左移', en: 'Move left' },
  later: { zh: '右移', en: 'Move right' },
  export: { zh: '导出', en: 'Export' },
  create: { zh: '新建', en: 'New' },
  select: { zh: '选择', en: 'Choose' },
  selectAll: { zh: '选择本页全部', en: 'Choose all on this page' },
  selected: { zh: '已选', en: 'Chosen' },
  count: { zh: '条', en: 'rows' },
  about: { zh: '约', en: 'about' },
  addUp: { zh: '计算合计', en: 'Add up' },
  total: { zh: '合计', en: 'Total' },
  before: { zh: '上一页', en: 'Previous page' },
  next: { zh: '下一页', en: 'Next page' },
  page: { zh: '第 {n} 页', en: 'Page {n}' },
  nothing: { zh: '没有符合条件的记录', en: 'Nothing matches' },
  reset: { zh: '显示全部', en: 'Show all' },
  failed: { zh: '列表读取失败', en: 'The list could not be read' },
  again: { zh: '重试', en: 'Try again' },
  open: { zh: '打开', en: 'Open' },
  close: { zh: '关闭', en: 'Close' },
  glance: { zh: '快速查看', en: 'Quick view' },
  moreLines: { zh: '还有 {n} 行', en: '{n} more lines' },
  print: { zh: '打印', en: 'Print' },
  mail: { zh: '邮寄', en: 'Mail' },
  assign: { zh: '指派业务员', en: 'Assign salesperson' },
  assignTo: { zh: '业务员', en: 'Salesperson' },
  run: { zh: '执行', en: 'Run' },
  cancel: { zh: '取消', en: 'Cancel' },
  stop: { zh: '停止', en: 'Stop' },
  ofMany: { zh: '{n} 张', en: '{n} records' },
  done: { zh: '成功', en: 'Done' },
  refused: { zh: '未通过', en: 'Refused' },
  waiting: { zh: '等待', en: 'Waiting' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  apply: { zh: '应用', en: 'Apply' },
} as const satisfies Record<string, Record<Language, string>>

export type ListWords = (word: keyof typeof said, n?: number | string) => string

/** The words of a list in one language; `{n}` is filled in. */
export const wordsIn =
  (language: Language): ListWords =>
  (word, n = '') =>
    said[word][language].replace('{n}', String(n))
