import type { CollectionConfig } from 'payload'

import { documentKinds, kindsReleasing } from '@/src/domain/kinds'

import { documentCollection } from '../documentCollection'
import { amount, areas, choice, documentHeader, longText, onceWritten, type Option, recordedJson, releaseHeader } from '../fields'
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
    ...documentHeader('credit-releases', longText('remark', { zh: '申请说明', en: 'Why it should pass' })),
    ...releaseHeader('credit', choice('documentSlug', { zh: '单据类型', en: 'Kind of document' }, documents, { index: true })),
    onceWritten(amount('amount', { zh: '金额（本币）', en: 'Amount (base)' })),
    recordedJson('alarms', { zh: '超信用对象', en: 'Alarms' }),
    onceWritten({
      name: 'expiresAt',
      type: 'date',
      label: { zh: '有效至', en: 'Valid until' },
      admin: shownInstant(),
    }),
    onceWritten(longText('reason', { zh: '审批意见', en: 'Decision' })),
  ],
})
