import type { CollectionConfig } from 'payload'

import { documentKinds, kindsReleasing } from '@/src/domain/kinds'

import { documentCollection } from '../documentCollection'
import { amount, areas, choice, documentHeader, longText, type Option, readOnlyField, recordedJson, releaseHeader } from '../fields'
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
    ...releaseHeader('credit', choice('documentSlug', { zh: '单据类型', en: 'Kind of document' }, documents, { index: true })),
    readOnlyField(amount('amount', { zh: '金额（本币）', en: 'Amount (base)' })),
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
