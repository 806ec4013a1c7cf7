import { creditByTwo } from '@/hooks/masters/twoPersons'
import { defaultTerms } from '@/src/domain/credit/loosenedCredit'
import { refuseCycle } from '@/hooks/masters/refuseCycle'
import { keeps } from '@/src/access/fieldRights'

import { amount, areas, codeField, days, nameField, relation, shortText, taxModeField } from '../fields'
import { masterCollection } from '../masterCollection'

/** 客户类别: a tree whose defaults fill what is left empty in a new customer. */
export const CustomerCategories = masterCollection({
  slug: 'customer-categories',
  labels: { singular: { zh: '客户类别', en: 'Customer category' }, plural: { zh: '客户类别', en: 'Customer categories' } },
  area: areas.customers,
  title: 'name',
  columns: ['code', 'name', 'parent'],
  search: ['code', 'name'],
  fields: [
    codeField(),
    nameField(),
    relation('parent', { zh: '上级类别', en: 'Parent' }, 'customer-categories'),
    {
      name: 'defaults',
      type: 'group',
      label: { zh: '新客户默认值', en: 'Defaults for new customers' },
      fields: [
        relation('paymentTerms', { zh: '收款条件', en: 'Payment terms' }, 'payment-terms'),
        shortText('priceLevel', { zh: '价格级别', en: 'Price level' }, { maxLength: 50 }),
        amount('creditLimit', { zh: '信用额度', en: 'Credit limit' }, { access: keeps('creditLimit') }),
        days('creditDays', { zh: '信用天数', en: 'Credit days' }),
        taxModeField(),
      ],
    },
  ],
  uses: [
    { slug: 'customers', path: 'category' },
    { slug: 'customer-categories', path: 'parent' },
    { slug: 'price-policies', path: 'customerCategory' },
    { slug: 'price-adjustments', path: 'lines.customerCategory' },
  ],
  hooks: { beforeOperation: [creditByTwo('defaults', defaultTerms)], beforeChange: [refuseCycle('parent')] },
})
