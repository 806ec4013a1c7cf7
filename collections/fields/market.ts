import type { Field } from 'payload'

import { shortText } from './texts'

const region = (): Field => shortText('region', { zh: '销售区域', en: 'Region' }, { maxLength: 100, index: true })
const channel = (): Field => shortText('channel', { zh: '销售渠道', en: 'Sales channel' }, { maxLength: 100, index: true })

/** Where a customer is and by which way he is sold to: what his documents say unless they say otherwise. */
export const customerMarket = (): Field[] => [
  shortText('country', { zh: '国家', en: 'Country' }, { maxLength: 100 }),
  shortText('province', { zh: '省份', en: 'Province' }, { maxLength: 100, index: true }),
  shortText('city', { zh: '城市', en: 'City' }, { maxLength: 100 }),
  region(),
  channel(),
]

/** Where a document sold to and by which way; left empty, it is the customer's when the document is made. */
export const documentMarket = (): Field[] => [region(), channel()]
