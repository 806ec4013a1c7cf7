/** The columns of a price book, in order, as both languages head them; what is downloaded is what may be uploaded. */
export const priceBookColumns = [
  { column: 'item', zh: '品号', en: 'Item code', width: 18 },
  { column: 'name', zh: '品名', en: 'Name', width: 26 },
  { column: 'specification', zh: '规格', en: 'Specification', width: 26 },
  { column: 'unit', zh: '单位', en: 'Unit', width: 8 },
  { column: 'listPrice', zh: '标准价', en: 'List price', width: 12 },
  { column: 'currentPrice', zh: '现价', en: 'Current price', width: 14 },
  { column: 'source', zh: '价格来源', en: 'Source', width: 26 },
  { column: 'minQty', zh: '数量下限', en: 'Min quantity', width: 13 },
  { column: 'newPrice', zh: '新价', en: 'New price', width: 14 },
  { column: 'currency', zh: '币种', en: 'Currency', width: 10 },
  { column: 'customer', zh: '客户编码', en: 'Customer code', width: 16 },
  { column: 'effectiveFrom', zh: '生效日', en: 'Effective from', width: 14 },
] as const

/** Where the price of a row comes from, in words. */
export const sources: Readonly<Record<string, { zh: string; en: string }>> = {
  customerItem: { zh: '客户价', en: 'Customer price' },
  categoryItem: { zh: '客户类别价', en: 'Customer category' },
  customerItemCategory: { zh: '客户 + 物料分类', en: 'Customer, item category' },
  categoryItemCategory: { zh: '客户类别 + 物料分类', en: 'Customer and item category' },
  anyItem: { zh: '物料价', en: 'Item price' },
  anyItemCategory: { zh: '物料分类价', en: 'Item category price' },
  listPrice: { zh: '标准价', en: 'List price' },
  latestPrice: { zh: '最新售价', en: 'Latest price' },
  latestCostPlus: { zh: '最新成本加成', en: 'Latest cost plus' },
}
