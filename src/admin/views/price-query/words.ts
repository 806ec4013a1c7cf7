import { inLanguages, type Language } from '@/src/domain/words/words'

const words = inLanguages({
  title: { zh: '价格查询', en: 'Price query' },
  customer: { zh: '客户', en: 'Customer' },
  item: { zh: '物料', en: 'Item' },
  qty: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  date: { zh: '日期', en: 'Date' },
  currency: { zh: '币种', en: 'Currency' },
  taxMode: { zh: '价税方式', en: 'Tax mode' },
  inclusive: { zh: '含税', en: 'with tax' },
  exclusive: { zh: '无税', en: 'without tax' },
  search: { zh: '编码或名称', en: 'Code or name' },
  choose: {
    zh: '选择客户与物料，即显示现在的价格与由来',
    en: 'Choose a customer and an item to see the price of today and where it comes from',
  },
  price: { zh: '单价', en: 'Price' },
  list: { zh: '标准价', en: 'List price' },
  minimum: { zh: '最低售价（无税）', en: 'Minimum (net)' },
  none: { zh: '无', en: 'None' },
  steps: { zh: '取价过程', en: 'How it is found' },
  candidates: { zh: '候选价格', en: 'Candidates' },
  rule: { zh: '来源', en: 'From' },
  row: { zh: '政策', en: 'Policy' },
  from: { zh: '数量 ≥', en: 'Quantity ≥' },
  since: { zh: '生效', en: 'Since' },
  result: { zh: '结果', en: 'Result' },
  won: { zh: '胜出', en: 'Won' },
  history: { zh: '历史价格', en: 'Earlier prices' },
  everyone: { zh: '所有客户', en: 'All customers' },
  only: { zh: '仅此客户', en: 'This customer' },
  document: { zh: '单据', en: 'Document' },
  lineQty: { zh: '数量', en: 'Quantity' },
  discount: { zh: '折扣 %', en: 'Discount %' },
  source: { zh: '录价', en: 'Entered' },
  manual: { zh: '手工', en: 'typed' },
  auto: { zh: '取价', en: 'found' },
  empty: { zh: '没有历史价格', en: 'No earlier prices' },
  unknown: { zh: '没有价格', en: 'No price' },
  filters: { zh: '查询条件', en: 'Question' },
  use: { zh: '用此价', en: 'Use this price' },
  chart: { zh: '历史价格走势', en: 'Earlier prices over time' },
  net: { zh: '折后无税单价', en: 'Net unit price' },
})

export type PriceWords = (typeof words)[Language]
export const wordsIn = (language: Language): PriceWords => words[language]

/** A unit price: up to six decimals, at least two. */
export const unitPrice = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 })
