'use client'

import { useAuth, useFormFields } from '@payloadcms/ui'

import { mergers } from '@/src/domain/customers/decideMerge'
import type { Ask } from '@/src/domain/kernel/ask'

import { CustomerVerb } from './CustomerVerb'

const asks: readonly Ask[] = [
  {
    name: 'into',
    kind: 'record',
    of: 'customers',
    required: true,
    label: { zh: '并入客户', en: 'Customer it becomes part of' },
    hint: {
      zh: '本客户停用并指向该客户；单据、应收、信用、价格政策、联系人、地址、备注都归该客户，已打印的内容不变。不能撤销',
      en: 'This one ends and points to that one; documents, receivables, credit, price policies, contacts, addresses and notes are that one’s, what was printed stays. It cannot be undone',
    },
  },
  { name: 'reason', kind: 'longText', required: true, label: { zh: '原因', en: 'Reason' } },
]

/** On the page of a customer that is another one's double: it becomes part of that one. */
export const MergeCustomer = () => {
  const { user } = useAuth()
  const gone = useFormFields(([fields]) => Boolean(fields['mergedInto']?.value))
  const roles: unknown = user?.['roles']
  const may = user?.['mergeCustomers'] === true || (Array.isArray(roles) && mergers.some((role) => roles.includes(role)))
  if (!may || gone) return null
  return <CustomerVerb verb="merge" label={{ zh: '合并到…', en: 'Merge into …' }} asks={asks} />
}
