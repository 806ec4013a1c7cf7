const zh = {
  title: '价格查询', customer: '客户', item: '物料', qty: '数量', unit: '单位', date: '日期', currency: '币种', taxMode: '价税方式', inclusive: '含税', exclusive: '无税',
  search: '编码或名称', choose: '选择客户与物料，即显示现在的价格与由来', price: '单价', list: '标准价', minimum: '最低售价（无税）', none: '无', steps: '取价过程',
  candidates: '候选价格', rule: '来源', row: '政策', from: '数量 ≥', since: '生效', result: '结果', won: '胜出', history: '历史价格', everyone: '所有客户', only: '仅此客户',
  document: '单据', lineQty: '数量', discount: '折扣 %', source: '录价', manual: '手工', auto: '取价', empty: '没有历史价格', unknown: '没有价格', filters: '查询条件',
  use: '用此价', chart: '历史价格走势', net: '折后无税单价',
} // prettier-ignore

const en: Record<keyof typeof zh, string> = {
  title: 'Price query', customer: 'Customer', item: 'Item', qty: 'Quantity', unit: 'Unit', date: 'Date', currency: 'Currency', taxMode: 'Tax mode', inclusive: 'with tax', exclusive: 'without tax',
  search: 'Code or name', choose: 'Choose a customer and an item to see the price of today and where it comes from', price: 'Price', list: 'List price', minimum: 'Minimum (net)', none: 'None', steps: 'How it is found',
  candidates: 'Candidates', rule: 'From', row: 'Policy', from: 'Quantity ≥', since: 'Since', result: 'Result', won: 'Won', history: 'Earlier prices', everyone: 'All customers', only: 'This customer',
  document: 'Document', lineQty: 'Quantity', discount: 'Discount %', source: 'Entered', manual: 'typed', auto: 'found', empty: 'No earlier prices', unknown: 'No price', filters: 'Question',
  use: 'Use this price', chart: 'Earlier prices over time', net: 'Net unit price',
} // prettier-ignore

export type PriceWords = Record<keyof typeof zh, string>
export const wordsIn = (language: 'zh' | 'en'): PriceWords => ({ zh, en })[language]

/** A unit price: up to six decimals, at least two. */
export const unitPrice = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 })
