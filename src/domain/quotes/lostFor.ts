/** What a quote may be lost for: few enough to be counted, beside the reason in words. */
export const lostFor = ['price', 'delivery', 'quality', 'competitor', 'noNeed', 'noAnswer', 'other'] as const
export type LostFor = (typeof lostFor)[number]

export const lostForWords: Readonly<Record<LostFor, { zh: string; en: string }>> = {
  price: { zh: '价格', en: 'Price' },
  delivery: { zh: '交期', en: 'Delivery time' },
  quality: { zh: '品质或规格', en: 'Quality or specification' },
  competitor: { zh: '竞争对手', en: 'Competitor' },
  noNeed: { zh: '客户取消需求', en: 'No longer needed' },
  noAnswer: { zh: '客户未答复', en: 'No answer' },
  other: { zh: '其他', en: 'Other' },
}

export const lostForOptions = lostFor.map((value) => ({ value, label: lostForWords[value] }))
