import type { Role } from '../people/person'
import type { Words } from '../words/words'

/** What is made from a template, and by which verb. */
export const templateVerbs: Readonly<Record<string, { name: string; makes: 'quotes' | 'orders'; label: Words }>> = {
  'quote-templates': { name: 'create-quote', makes: 'quotes', label: { zh: '生成报价单', en: 'Create quote' } },
  'order-templates': { name: 'create-order', makes: 'orders', label: { zh: '生成订单', en: 'Create order' } },
}

export const templateMakers: readonly Role[] = ['sales', 'salesManager', 'generalManager']
