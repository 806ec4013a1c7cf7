import type { CollectionConfig } from 'payload'

import { documentKinds, kindsReleasing } from '@/src/domain/kinds'

import { documentCollection } from '../documentCollection'
import {
  amount,
  areas,
  choice,
  count,
  documentHeader,
  longText,
  type Option,
  readOnlyField,
  recordedJson,
  relation,
  shortText,
} from '../fields'
import { shownInstant } from '../fields/shownInstant'

const documents: readonly Option[] = kindsReleasing('credit').map((slug) => {
  const { zh, en } = documentKinds[slug].title
  return { value: slug, label: { zh, en } }
})

/** 信用审批: the request to let a document pass its credit alarms, made by its save; whoever may release sees all of them. */
export const CreditReleases: CollectionConfig = documentCollection({
  slug: 'credit-releases',
  area: areas.credit,
  search: ['no', 'documentNo'],
  follows: ['releaseAsked'],
  fields: [
    ...documentHeader('credit-releases'),
    {
      name: 'document',
      type: 'relationship',
      relationTo: kindsReleasing('credit'),
      label: { zh: '单据', en: 'Document' },
      admin: { allowCreate: false },
    },
    readOnlyField(choice('documentSlug', { zh: '单据类型', en: 'Kind of document' }, documents, { index: true })),
    readOnlyField(count('documentId', { zh: '单据编号', en: 'Document id' }, { index: true, admin: { hidden: true } })),
    readOnlyField(shortText('documentNo', { zh: '单据号', en: 'Document no.' }, { index: true })),
    readOnlyField(count('documentVersion', { zh: '单据版本', en: 'Document version' })),
    readOnlyField(relation('documentPreparedBy', { zh: '单据制单人', en: 'Document prepared by' }, 'users')),
    readOnlyField(relation('customer', { zh: '客户', en: 'Customer' }, 'customers')),
    readOnlyField(relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users')),
    readOnlyField(relation('department', { zh: '部门', en: 'Department' }, 'departments')),
    readOnlyField(amount('amount', { zh: '金额 (本币)', en: 'Amount (base)' })),
    recordedJson('alarms', { zh: '超信用对象', en: 'Alarms' }),
    readOnlyField({
      name: 'expiresAt',
      type: 'date',
      label: { zh: '有效至', en: 'Valid until' },
      admin: shownInstant(),
    }),
    readOnlyField(longText('reason', { zh: '原因', en: 'Reason' })),
  ],
})
