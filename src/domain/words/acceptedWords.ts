import type { Language } from './words'

/** What an input accepts, as rules say it (in English, for clients) and as people read it. Figures, dates and codes stay as they are. */
const phrases: Readonly<Record<string, string>> = {
  'an id': '一条记录',
  'id of a record': '已有的记录',
  'id of an item': '已有的物料',
  'id of a customer': '已有的客户',
  'id of a sample': '已有的样板',
  'id of payment terms': '已有的收款条件',
  'an item or an item category': '物料或物料分类',
  'an item or an item category, not both': '物料与物料分类只能选一',
  'a customer or a customer category, not both': '客户与客户类别只能选一',
  'one customer, department or salesperson': '一个客户、部门或业务员',
  'an order, delivery or invoice': '订单、发货单或发票',
  'an order, quote, delivery or invoice': '订单、报价单、发货单或发票',
  'an active item': '启用中的物料',
  'an active warehouse': '启用中的仓库',
  'an active sample warehouse': '启用中的样品仓库',
  'an active return warehouse': '启用中的退货仓库',
  'another warehouse': '另一个仓库',
  'a customer in use': '未停用的客户',
  'an approved order': '已审核的订单',
  'an order of this customer': '该客户的订单',
  'an open invoice of this customer': '该客户未结清的发票',
  'a posted stock receipt': '已记账的入库单',
  'a line of an approved order': '已审核订单的行',
  'a line of an issued delivery': '已出库发货单的行',
  'a line of an approved invoice': '已审核发票的行',
  'a line of an approved quote of this customer': '该客户已审核报价单的行',
  'a line of the order, or an item': '订单的行，或一个物料',
  'each line of the receipt once': '入库单的每行一次',
  'each item and batch once': '每个物料与批号一次',
  'something that differs from the order': '与订单不同的内容',
  'reopen the line first': '请先打开该行',
  'at least one line': '至少一行',
  'a batch': '批号',
  'a name': '名称',
  'a reason': '原因',
  'a number': '数字',
  'a file you may read': '您可以查看的文件',
  'why the order changes': '变更原因',
  'the new price': '新价格',
  'the last day of a temporary limit': '临时额度的最后一天',
  'assigned by the system': '由系统编号',
  'different quantities > 0, prices ≥ 0': '各不相同且大于 0 的数量，不小于 0 的价格',
  'empty: prices of a category are per stock unit': '留空：分类价格以库存单位计',
  'price xor discountRate': '价格与折扣率填且只填一项',
  'ids or texts, up to 5000': '记录或文字，最多 5000 个',
  'multipart/form-data: file (csv, xlsx)': '文件（CSV、XLSX）',
  'csv, xlsx': 'CSV、XLSX 文件',
  '{"heading": "column"}': '{"表头": "栏位"}',
  'yes or no': '是或否',
  'a text': '文字',
  'a list': '列表',
  empty: '留空',
  none: '无',
  invoice: '发票',
  creditNote: '红字发票',
  inclusive: '含税',
  exclusive: '不含税',
  refund: '退款',
  replace: '换货',
  priceOnly: '仅退价差',
  purchase: '采购入库',
  production: '生产入库',
  other: '其他',
}

const patterns: ReadonlyArray<[RegExp, string]> = [
  [/^a line of (\S+), once$/, '$1 的行，每行一次'],
  [/^a line of (\S+)$/, '$1 的行'],
  [/^an invoice settled by (\S+)$/, '由 $1 核销的发票'],
  [/^the customer of (\S+)$/, '$1 的客户'],
  [/^restock \+ rework \+ scrap = (\S+)$/, '返库 + 返工 + 报废 = $1'],
  [/^Σ percent = (\S+)$/, '比例合计 = $1'],
  [/^≤ Σ lines$/, '不超过各行合计'],
  [/^(.*)≤ (\d+) decimals$/, '$1最多 $2 位小数'],
  [/^≤ (\S+) rows$/, '不超过 $1 行'],
  [/^≥ (\S+) months$/, '不少于 $1 个月'],
  [/^(\S+) ids$/, '$1 条记录'],
  [/^columns: (.*)$/, '列：$1'],
  [/^> 0, $/, '> 0，'],
]

/** What an input accepts, in the reader's language. */
export function acceptedWord(accepted: string, language: Language): string {
  if (language === 'en') return accepted
  const known = phrases[accepted]
  if (known !== undefined) return known
  for (const [pattern, words] of patterns) if (pattern.test(accepted)) return accepted.replace(pattern, words)
  const parts = accepted.split(', ')
  return parts.length > 1 ? parts.map((part) => acceptedWord(part, language)).join('、') : accepted
}
