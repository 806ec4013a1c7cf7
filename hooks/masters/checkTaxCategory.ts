import type { CollectionBeforeValidateHook } from 'payload'

import { refuseIfAny } from '@/src/engine/refusal'

import { usesOf, usesSaid } from './usesOf'

/** A category is exempt or has a rate, never both. Once something is in it, its rate is fixed: another rate is another category. */
export const checkTaxCategory: CollectionBeforeValidateHook = async ({ data, originalDoc, collection, req }) => {
  if (!data) return data
  const exempt = Boolean(data.exempt ?? originalDoc?.exempt)
  if (exempt) data.rate = null
  const rate: unknown = data.rate === undefined ? originalDoc?.rate : data.rate
  if (!exempt && (rate === null || rate === undefined || rate === ''))
    refuseIfAny(req, [
      {
        code: 'INVALID_INPUT',
        path: 'rate',
        facts: { field: 'rate', accepted: '0–100' },
        text: { zh: '请填写税率，或勾选免税', en: 'Enter a rate, or mark the category as exempt' },
      },
    ])
  const changes = originalDoc && (Boolean(originalDoc.exempt) !== exempt || (!exempt && Number(originalDoc.rate) !== Number(rate)))
  if (changes) {
    const documents = await usesOf(req, { slug: collection.slug, id: originalDoc.id as number })
    const said = usesSaid(req, documents)
    if (documents.length > 0)
      refuseIfAny(req, [
        {
          code: 'DOWNSTREAM_EXISTS',
          path: 'rate',
          facts: { documents },
          text: {
            zh: `该类别已被使用，税率不能改，请另建类别：${said.zh}`,
            en: `The category is used by ${said.en}: its rate is fixed, make another category`,
          },
        },
      ])
  }
  return data
}
