import { documentKindOf } from '@/src/domain/kinds'

const zh = {
  title: '现存量查询', q: '品号、品名、规格或批号', warehouse: '仓库', category: '分类', batch: '批号', all: '全部', excel: '下载 Excel',
  item: '品号', name: '品名', specification: '规格', unit: '单位', onHand: '现存量', frozen: '冻结', reserved: '占用', expectedIn: '预计入库',
  available: '可用量', value: '金额', rows: '行', empty: '没有符合条件的库存', failed: '查询失败', before: '上一页', after: '下一页', page: '第 {n} / {of} 页',
  anyWarehouse: '（不限仓库）', back: '返回现存量', holdings: '占用与预计明细', card: '库存台账', days: '按日期可用量', story: '批次追溯',
  account: '类别', document: '单据', customer: '客户', date: '日期', due: '交期', qty: '数量', balance: '结存', opening: '期初', received: '收入', issued: '发出',
  closing: '期末', from: '开始日期', to: '结束日期', hidden: '（无权查看）', incoming: '预计入库', outgoing: '承诺出库', left: '结余', none: '无', today: '今天或更早',
  sources: '来源', deliveries: '发货', returns: '退货', customers: '流向客户', where: '现存', expectedTransfers: '调拨在途', expectedInspection: '待检',
  everywhere: '全部仓库', pieces: '全部批号', filters: '筛选',
} // prettier-ignore

const en: Record<keyof typeof zh, string> = {
  title: 'Stock on hand', q: 'Code, name, specification or batch', warehouse: 'Warehouse', category: 'Category', batch: 'Batch no.', all: 'All', excel: 'Download Excel',
  item: 'Item', name: 'Name', specification: 'Specification', unit: 'Unit', onHand: 'On hand', frozen: 'Frozen', reserved: 'Reserved', expectedIn: 'Expected in',
  available: 'Available', value: 'Value', rows: 'rows', empty: 'No stock matches', failed: 'The question could not be answered', before: 'Previous', after: 'Next', page: 'Page {n} of {of}',
  anyWarehouse: '(any warehouse)', back: 'Back to stock on hand', holdings: 'Who holds what', card: 'Stock card', days: 'Availability by date', story: 'Batch history',
  account: 'Kind', document: 'Document', customer: 'Customer', date: 'Date', due: 'Due', qty: 'Quantity', balance: 'Balance', opening: 'Opening', received: 'Received', issued: 'Issued',
  closing: 'Closing', from: 'From', to: 'To', hidden: '(not yours to see)', incoming: 'Expected in', outgoing: 'Promised', left: 'Left', none: 'None', today: 'today or earlier',
  sources: 'Came from', deliveries: 'Deliveries', returns: 'Returns', customers: 'Went to customers', where: 'Lies in', expectedTransfers: 'In transfer', expectedInspection: 'In inspection',
  everywhere: 'All warehouses', pieces: 'All batches', filters: 'Filters',
} // prettier-ignore

export type Say = Record<keyof typeof zh, string>
export const wordsIn = (language: 'zh' | 'en'): Say => ({ zh, en })[language]

export const kindIn = (language: 'zh' | 'en', slug: string): string => documentKindOf(slug)?.title[language] ?? ''

export const quantity = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 4 })
export const money = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
