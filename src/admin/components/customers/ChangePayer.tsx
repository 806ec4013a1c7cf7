'use client'

import { useAuth } from '@payloadcms/ui'

import { payerDeciders } from '@/src/domain/customers/decidePayerChange'
import type { Ask } from '@/src/domain/kernel/ask'

import { CustomerVerb } from './CustomerVerb'

const asks: readonly Ask[] = [
  {
    name: 'billTo',
    kind: 'text',
    required: false,
    label: { zh: '新开票客户的编码', en: 'Code of the new payer' },
    hint: {
      zh: '留空 = 客户自己付款。未结的报价、订单、发货、退货、发票、收款一并转移，并核对新开票客户的信用',
      en: 'Empty: the customer himself. Open quotes, orders, deliveries, returns, invoices and receipts go along; the new payer’s credit is checked',
    },
  },
  { name: 'reason', kind: 'longText', required: true, label: { zh: '原因', en: 'Reason' } },
]

/** On the page of a customer: somebody else pays from now on and takes over what is open. */
export const ChangePayer = () => {
  const { user } = useAuth()
  const roles: unknown = user?.['roles']
  if (!Array.isArray(roles) || !payerDeciders.some((role) => roles.includes(role))) return null
  return <CustomerVerb verb="change-payer" label={{ zh: '更换开票客户', en: 'Change payer' }} asks={asks} />
}
