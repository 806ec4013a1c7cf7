import type { Language } from '@/reports/kit/label'

const texts = {
  show: { zh: '查询', en: 'Show' },
  excel: { zh: '下载 Excel', en: 'Download Excel' },
  prepare: { zh: '后台生成 Excel', en: 'Prepare Excel' },
  print: { zh: '打印', en: 'Print' },
  more: { zh: '更多条件', en: 'More filters' },
  none: { zh: '（无）', en: '(none)' },
  clear: { zh: '清除', en: 'Clear' },
  loading: { zh: '正在查询…', en: 'Loading…' },
  empty: { zh: '没有符合条件的数据', en: 'No figures match' },
  total: { zh: '合计', en: 'Total' },
  rows: { zh: '行', en: 'rows' },
  firstRows: { zh: '仅显示前 {n} 行，完整数据见 Excel', en: 'The first {n} rows; the Excel has all' },
  control: { zh: '控制合计', en: 'Control total' },
  agrees: { zh: '一致', en: 'agrees' },
  differs: { zh: '不一致', en: 'differs' },
  search: { zh: '编号或名称', en: 'code or name' },
  drill: { zh: '查看明细', en: 'look into this row' },
  views: { zh: '视图', en: 'Views' },
  viewName: { zh: '视图名称', en: 'name of the view' },
  share: { zh: '与同角色的人共享', en: 'share with people of my roles' },
  shared: { zh: '共享', en: 'shared' },
  edit: { zh: '设置', en: 'Set up' },
  manage: { zh: '改名、共享、定期邮件、删除', en: 'rename, share, mail regularly, delete' },
  keep: { zh: '保存视图', en: 'Keep view' },
  columns: { zh: '列', en: 'Columns' },
  wholeAmounts: {
    zh: '为使各列都看得见，金额未列角分；指向金额可见全数，打印与 Excel 照列',
    en: 'Amounts without cents, so that every column is in sight; point at one for its cents. Paper and Excel have them',
  },
  notInSight: { zh: '此宽度下未列：', en: 'Not in sight at this width:' },
  allColumns: { zh: '全部显示', en: 'show all' },
  period: { zh: '期间', en: 'Period' },
  freeDays: { zh: '指定日期', en: 'chosen days' },
  thisMonth: { zh: '本月', en: 'this month' },
  lastMonth: { zh: '上月', en: 'last month' },
  thisQuarter: { zh: '本季', en: 'this quarter' },
  lastQuarter: { zh: '上季', en: 'last quarter' },
  thisYear: { zh: '本年', en: 'this year' },
  lastYear: { zh: '上年', en: 'last year' },
  last30: { zh: '近 30 天', en: 'last 30 days' },
  last12: { zh: '近 12 个月', en: 'last 12 months' },
  against: { zh: '对比', en: 'Compare with' },
  nothing: { zh: '不对比', en: 'nothing' },
  sameDays: { zh: '上年同期', en: 'the year before' },
  daysBefore: { zh: '上一期', en: 'the days before' },
  sameDay: { zh: '上年同日', en: 'a year before' },
  monthBefore: { zh: '上月同日', en: 'a month before' },
  needsDays: { zh: '请先选择开始和结束日期，再作对比', en: 'Choose a first and a last day to compare' },
  failed: { zh: '查询失败', en: 'The report could not be read' },
} satisfies Record<string, Record<Language, string>>

export type TextKey = keyof typeof texts

export const textIn =
  (language: Language) =>
  (key: TextKey): string =>
    texts[key][language]
