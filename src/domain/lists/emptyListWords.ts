import type { Words } from '../words/words'

/** What a list is for, told where there is nothing in it yet. */
const purposes: Readonly<Record<string, Words>> = {
  customers: { zh: '客户档案：报价、订单、发货、应收与信用都从客户开始', en: 'Customers: quotes, orders, deliveries, receivables and credit begin with one' },
  items: { zh: '品号档案：卖什么、单位、税率与价格', en: 'Items: what is sold, in which unit, at which tax and price' },
  quotes: { zh: '报价单：给客户的价格，客户确认后转订单', en: 'Quotes: prices offered to a customer; once confirmed they become an order' },
  orders: { zh: '销售订单：客户订了什么，评审、审核后发货', en: 'Orders: what a customer has ordered; reviewed and approved, then delivered' },
  'order-changes': { zh: '订单变更：已审核的订单只能这样改', en: 'Order changes: the only way to change an approved order' },
  deliveries: { zh: '发货单：由已审核的订单生成，审核后出库', en: 'Deliveries: made from approved orders; issued once approved' },
  returns: { zh: '退货单：由发货单生成，收货后检验', en: 'Returns: made from a delivery; received, then inspected' },
  invoices: { zh: '销售发票：由发货单或订单生成，审核后成为应收', en: 'Invoices: made from deliveries or orders; receivable once approved' },
  receipts: { zh: '收款单：客户付的钱，审核后核销发票', en: 'Receipts: what customers paid; settles invoices once approved' },
  samples: { zh: '样板：客户要的样品，从打样到转正式品号', en: 'Samples: what customers ask to see, from making them to an item of their own' },
  'sample-work-orders': { zh: '打样工单：工程部做样板的工单', en: 'Sample work orders: what engineering makes samples by' },
  'feedback-rounds': { zh: '反馈轮次：客户对每一轮样板的意见', en: 'Feedback rounds: what the customer said of each round' },
  'stock-receipts': { zh: '入库单：采购、生产与其他入库', en: 'Stock receipts: from purchase, production and elsewhere' },
  'stock-issues': { zh: '出库单：销售以外的领用', en: 'Stock issues: goods taken for anything but a sale' },
  'stock-transfers': { zh: '调拨单：仓库之间的移动', en: 'Transfers: goods moved between warehouses' },
  'stock-counts': { zh: '盘点单：数出来的与账面的差异', en: 'Counts: what was counted against what the books say' },
  'stock-freezes': { zh: '冻结单：暂不能卖的库存', en: 'Freezes: stock that may not be sold for now' },
  'price-policies': { zh: '价格政策：给谁、什么品号、多少量、什么价', en: 'Price policies: for whom, which item, from which quantity, at which price' },
  'price-adjustments': { zh: '调价单：成批调整价格，审核后按日期生效', en: 'Price adjustments: prices changed together, in force from a day' },
  'credit-limits': { zh: '信用额度：谁可以欠多少，有起止日期', en: 'Credit limits: who may owe how much, from when until when' },
  'credit-releases': { zh: '信用审批：超额单据的放行请求，由单据自动产生', en: 'Credit releases: asked for by documents over their limit' },
  'price-releases': { zh: '低价审批：低于最低售价的放行请求，由单据自动产生', en: 'Price releases: asked for by documents below the minimum price' },
  notifications: { zh: '通知：需要您知道或处理的事', en: 'Notifications: what you should know or do' },
} // prettier-ignore

/** What an empty list says: what it is for, and the first step. */
export function emptyListWords(
  slug: string,
  language: keyof Words,
  { one, many }: { one: string; many: string },
): { purpose: string; first: string } {
  const own = Object.hasOwn(purposes, slug) ? purposes[slug] : undefined
  return {
    purpose: own?.[language] ?? { zh: `还没有${many}`, en: `There are no ${many.toLowerCase()} yet` }[language],
    first: { zh: `新建${one}`, en: `New ${one.toLowerCase()}` }[language],
  }
}
