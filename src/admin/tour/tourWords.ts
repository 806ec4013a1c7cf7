export const tourWords = {
  next: { zh: '下一步', en: 'Next' },
  previous: { zh: '上一步', en: 'Back' },
  done: { zh: '完成', en: 'Done' },
  start: { zh: '订单导览', en: 'Tour of an order' },
} as const
