/** The groups of the menu, in the order of a day's work. */
export const menuGroups = {
  today: { zh: '今天', en: 'Today' },
  samples: { zh: '样板', en: 'Samples' },
  selling: { zh: '销售', en: 'Selling' },
  shipping: { zh: '发货', en: 'Shipping' },
  stock: { zh: '库存', en: 'Stock' },
  money: { zh: '应收与信用', en: 'Money' },
  prices: { zh: '价格', en: 'Prices' },
  records: { zh: '资料', en: 'Records' },
  control: { zh: '内控与设置', en: 'Control and settings' },
} as const

export type MenuGroup = keyof typeof menuGroups
