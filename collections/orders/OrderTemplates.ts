import { areas } from '../fields'
import { templateCollection } from '../quotes/templateCollection'

/** 订单模板: what an order that comes again and again begins with. */
export const OrderTemplates = templateCollection({
  slug: 'order-templates',
  labels: { singular: { zh: '订单模板', en: 'Order template' }, plural: { zh: '订单模板', en: 'Order templates' } },
  area: areas.orders,
  own: [],
})
