import { logInReason, reasonsOfLogIns } from './loginWords'
import { refusalsIn, refusalWords } from './refusalWords'
import type { Language, Words } from './words'

/** What of the house is spoken of in the log and is no kind of record: the first word of a door's address, or a kind of file. */
const places = {
  api: { zh: '接口', en: 'API' },
  reports: { zh: '报表', en: 'Reports' },
  lists: { zh: '列表', en: 'Lists' },
  lookup: { zh: '查找', en: 'Look-up' },
  import: { zh: '导入', en: 'Import' },
  export: { zh: '全部数据', en: 'The whole company' },
  credit: { zh: '信用', en: 'Credit' },
  'credit-rating': { zh: '信用评级', en: 'Credit rating' },
  'allocation-proposal': { zh: '核销建议', en: 'Proposed allocation' },
  'set-off-proposal': { zh: '对冲建议', en: 'Proposed set-off' },
  'order-margin': { zh: '订单毛利', en: 'Margin of an order' },
  'quote-margin': { zh: '报价毛利', en: 'Margin of a quotation' },
  availability: { zh: '可用量', en: 'Availability' },
  stock: { zh: '库存', en: 'Stock' },
  batches: { zh: '批号追溯', en: 'Batches' },
  history: { zh: '修改记录', en: 'History' },
  trace: { zh: '单据关联', en: 'Document flow' },
  revisions: { zh: '版本比较', en: 'Revisions' },
  'review-departments': { zh: '评审部门', en: 'Departments of a review' },
  'samples-board': { zh: '样板看板', en: 'Sample board' },
  'follow-up': { zh: '跟单看板', en: 'Follow-up board' },
  waiting: { zh: '待办', en: 'Waiting' },
  notes: { zh: '备注', en: 'Notes' },
  pricing: { zh: '取价', en: 'Prices' },
  'price-book': { zh: '价格本', en: 'Price book' },
  'price-history': { zh: '历史价格', en: 'Price history' },
  'customer-page': { zh: '客户页面', en: 'Customer’s page' },
  public: { zh: '客户页面', en: 'Customer’s page' },
  'settings-in-force': { zh: '生效设置', en: 'Settings in force' },
  'texts-preview': { zh: '文本预览', en: 'Preview of texts' },
  system: { zh: '系统状态', en: 'System' },
  setup: { zh: '初始设置', en: 'Setup' },
  og: { zh: '页面图片', en: 'Picture of a page' },
  docs: { zh: '接口说明', en: 'Description of the API' },
  'openapi.json': { zh: '接口说明', en: 'Description of the API' },
  globals: { zh: '设置', en: 'Settings' },
  access: { zh: '权限', en: 'Rights' },
  graphql: { zh: '数据接口', en: 'Data interface' },
  units: { zh: '计量单位', en: 'Units' },
  'invoice-titles': { zh: '发票抬头', en: 'Invoice titles' },
  'opening-stock': { zh: '期初库存', en: 'Opening stock' },
  'opening-receivables': { zh: '期初应收', en: 'Opening receivables' },
  'opening-orders': { zh: '期初订单', en: 'Opening orders' },
  'opening-quotes': { zh: '期初报价', en: 'Opening quotations' },
  'sales-history': { zh: '历史销售', en: 'Sales history' },
} as const satisfies Record<string, Words>

export const placeWords: Readonly<Record<string, Words>> = places

/** How something was asked for, where no verb of a document was. */
export const methodWords: Readonly<Record<string, Words>> = {
  GET: { zh: '查看', en: 'Read' },
  POST: { zh: '提交', en: 'Send' },
  PATCH: { zh: '修改', en: 'Change' },
  PUT: { zh: '修改', en: 'Change' },
  DELETE: { zh: '删除', en: 'Delete' },
}

type Line = { verb: string; reason: string | null }

/** Why something was done, not done, or refused, as people read it. What somebody wrote stays as he wrote it. */
export const reasonIn = (line: Line, language: Language): string | null =>
  line.reason === null ? null : line.verb === 'refused' ? refusalsIn(line.reason, language) : (logInReason(line, language) ?? line.reason)

/** The codes whose words hold what somebody looks for: he knows no code. */
export const reasonsMeant = (text: string, language: Language): string[] => {
  const wanted = text.trim().toLowerCase()
  return Object.entries({ ...refusalWords, ...reasonsOfLogIns }).flatMap(([code, words]) =>
    wanted !== '' && words[language].toLowerCase().includes(wanted) ? [code] : [],
  )
}

/** The address of a list as somebody exported it, in the words of the screen: columns, what was looked for, conditions. */
export function listAsked(address: string, wordOf: (path: string) => string, language: Language): string {
  const asked = new URLSearchParams(address)
  const colon = language === 'zh' ? '：' : ': '
  const parts: string[] = []
  for (const [name, value] of asked) {
    if (value === '' || name === 'format') continue
    if (name === 'columns')
      parts.push(`${{ zh: '列', en: 'Columns' }[language]}${colon}${value.split(',').map((one) => wordOf(one) || one).join(language === 'zh' ? '、' : ', ')}`) // prettier-ignore
    else if (name.startsWith('where')) {
      const field = [...name.matchAll(/\[([^\]]+)\]/g)].flatMap(([, part = '']) => (/^(and|or|\d+)$/.test(part) ? [] : [part]))
      parts.push(`${wordOf(field.slice(0, -1).join('.')) || (field[0] ?? '')}${colon}${value}`)
    } else parts.push(`${wordOf(name.replace(/[[\]\d]/g, '')) || name}${colon}${value}`)
  }
  return parts.join(language === 'zh' ? '；' : '; ')
}
