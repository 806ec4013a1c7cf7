/** The areas of the menu; every collection stands in one. */
export const areas = {
  samples: { zh: '样板', en: 'Samples' },
  customers: { zh: '客户', en: 'Customers' },
  items: { zh: '物料', en: 'Items' },
  quotes: { zh: '报价', en: 'Quotes' },
  orders: { zh: '订单', en: 'Orders' },
  pricing: { zh: '价格', en: 'Prices' },
  stock: { zh: '库存', en: 'Stock' },
  fulfilment: { zh: '发货', en: 'Fulfilment' },
  receivables: { zh: '应收', en: 'Receivables' },
  credit: { zh: '信用', en: 'Credit' },
  control: { zh: '内控', en: 'Control' },
} as const
