import { creditByTwo } from '@/hooks/masters/twoPersons'
import { defaultTerms } from '@/src/domain/credit/loosenedCredit'
import { holdOwnTree, keepTree } from '@/hooks/masters/keepTree'
import { followCategory } from '@/hooks/masters/followCategory'
import { hasRole } from '@/src/access/roles'
import { payerDeciders } from '@/src/domain/customers/decidePayerChange'
import { keeps } from '@/src/access/fieldRights'

import { amount, areas, currencyField, days, englishName, relation, shortText, taxModeField } from '../fields'
import { codedMaster } from '../masterCollection'

/** 客户类别: a tree whose defaults customers follow wherever they have nothing of their own. */
export const CustomerCategories = codedMaster({
  slug: 'customer-categories',
  labels: { singular: { zh: '客户类别', en: 'Customer category' }, plural: { zh: '客户类别', en: 'Customer categories' } },
  area: areas.customers,
  columns: ['parent'],
  fields: [
    englishName(),
    relation('parent', { zh: '上级类别', en: 'Parent' }, 'customer-categories'),
    {
      name: 'defaults',
      type: 'group',
      label: { zh: '客户默认值', en: 'Defaults for customers' },
      admin: {
        description: {
          zh: '客户没有自己填写的，随本类别（本类别没有填写的，随上级类别）；改动立即随到客户，已制单据不变',
          en: 'What a customer is not given itself follows this category, or the nearest above it that says it; a change reaches its customers at once, documents already made keep theirs',
        },
      },
      fields: [
        relation('paymentTerms', { zh: '收款条件', en: 'Payment terms' }, 'payment-terms'),
        shortText('priceLevel', { zh: '价格级别', en: 'Price level' }, { maxLength: 50 }),
        amount('creditLimit', { zh: '信用额度', en: 'Credit limit' }, { access: keeps('creditLimit') }),
        days('creditDays', { zh: '信用天数', en: 'Credit days' }),
        currencyField(),
        taxModeField(),
        relation('taxCategory', { zh: '税收类别', en: 'Tax category' }, 'tax-categories', {
          access: { create: ({ req }) => hasRole(req.user, ...payerDeciders), update: ({ req }) => hasRole(req.user, ...payerDeciders) },
        }),
      ],
    },
  ],
  locksFirst: [holdOwnTree],
  hooks: { beforeOperation: [creditByTwo('defaults', defaultTerms)], beforeChange: [keepTree], afterChange: [followCategory] },
})
