import type { Field } from 'payload'

import { recordedJson } from './documentHeader'
import { amount, percent, signedAmount } from './figures'
import { readOnlyField } from './readOnlyField'
import { yesNo } from './texts'

const some = { condition: (doc: Record<string, unknown>) => Boolean(doc?.['freight']) }

/** Freight of a document with its tax, part of its totals. Left empty it is the share of what the document comes from. */
export const freightFields = (): Field[] => [
  amount(
    'freight',
    { zh: '运费', en: 'Freight' },
    {
      custom: { scale: 4 },
      admin: {
        description: {
          zh: '与单价同一价税方式；由上游单据生成时留空，按金额分摊',
          en: 'With or without tax as the prices are; empty = its share of the document it comes from',
        },
      },
    },
  ),
  percent(
    'freightTaxRate',
    { zh: '运费税率', en: 'Tax rate of freight' },
    { admin: { description: { zh: '留空取货物的最高税率；不计税填 0', en: 'Empty = the highest rate of the goods; 0 = no tax' } } },
  ),
  readOnlyField(signedAmount('freightNet', { zh: '运费无税金额', en: 'Freight without tax' }, { admin: some })),
  readOnlyField(signedAmount('freightTax', { zh: '运费税额', en: 'Tax of freight' }, { admin: some })),
  readOnlyField(yesNo('freightTyped', { zh: '手工运费', en: 'Freight typed' }, { admin: { hidden: true } })),
  { ...recordedJson('freightOf', { zh: '运费来源', en: 'Freight comes from' }), admin: { hidden: true } },
]

/** What of the freight only an order keeps: the part that was billed when a change made it another. */
export const freightEarlier = (): Field => ({
  ...recordedJson('freightEarlier', { zh: '变更前已开运费', en: 'Freight billed before a change' }),
  admin: { hidden: true },
})

/** What an order change makes of the freight of its order. */
export const changedFreightFields = (): Field[] => [
  amount(
    'freight',
    { zh: '新运费', en: 'New freight' },
    { custom: { scale: 4 }, admin: { description: { zh: '留空不变；取消运费填 0', en: 'Empty = as it is; 0 = none any more' } } },
  ),
  percent(
    'freightTaxRate',
    { zh: '新运费税率', en: 'New tax rate of freight' },
    { admin: { description: { zh: '留空不变', en: 'Empty = as it is' } } },
  ),
]
