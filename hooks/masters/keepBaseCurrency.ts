import type { GlobalBeforeChangeHook } from 'payload'

import { booksHaveBegun } from '@/src/engine/masterUses'

import { refuseIfAny } from '@/src/engine/refusal'

/** Every amount in the books is in base currency: once there are any it is fixed. */
export const keepBaseCurrency: GlobalBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const [before, after] = [originalDoc?.baseCurrency ?? 'CNY', data.baseCurrency ?? originalDoc?.baseCurrency ?? 'CNY']
  if (before !== after && (await booksHaveBegun(req)))
    refuseIfAny(req, [
      {
        code: 'DOWNSTREAM_EXISTS',
        path: 'baseCurrency',
        facts: { field: 'baseCurrency', documents: [] },
        text: {
          zh: `账簿以 ${before} 记账，已有单据，本位币不能改`,
          en: `The books are kept in ${before} and have documents: the base currency is fixed`,
        },
      },
    ])
  return data
}
