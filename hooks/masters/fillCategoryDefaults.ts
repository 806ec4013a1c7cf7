import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'

import { loosenedCredit } from '@/src/domain/credit/loosenedCredit'
import { isInheritable } from '@/src/domain/customers/inheritance'
import { idOf } from '@/src/domain/kernel/idOf'
import { maySet } from '@/src/domain/people/sight'
import { actorOf } from '@/src/engine/actor'
import { settingsOf } from '@/src/engine/settings'
import { pathOfTerm, settleCustomer } from '@/src/usecases/customers/categoryTerms'

import { refuseIfAny } from '@/src/engine/refusal'
import { refuseClosedFields } from '../refuseForbiddenFields'

type Values = Record<string, unknown>

/** What is to follow the category again is emptied first. Whoever may not set a field does not give it back to the category either. */
export const giveBackToCategory: CollectionBeforeOperationHook = async ({ args, operation, req, collection }) => {
  const asked = args as { id?: number | string; data?: Values; overrideAccess?: boolean }
  const { data, id } = asked
  if (operation !== 'update' || id === undefined || !data || !Array.isArray(data['inherits'])) return args
  const stored = await req.payload.findByID({ collection: 'customers', id, depth: 0, overrideAccess: true, disableErrors: true, req })
  const before = new Set(Array.isArray(stored?.inherits) ? stored.inherits : [])
  const again = data['inherits'].filter((field) => isInheritable(field) && !before.has(field))
  const emptied: Values = {}
  for (const field of again) {
    const [group = '', inner] = pathOfTerm(field).split('.')
    for (const values of [emptied, data])
      values[group] = inner === undefined ? null : { ...(values[group] as Values | undefined), [inner]: null }
  }
  if (asked.overrideAccess !== true && req.user)
    await refuseClosedFields({ req, operation, data: emptied, id: Number(id), fields: collection.flattenedFields })
  return args
}

/**
 * A customer follows its category wherever it was not given anything itself (C-02); nothing given is overwritten. Field rights have been
 * applied by now, so a clerk who may not enter a credit limit still gets the category's. He does not raise one by choosing another category.
 */
export const fillCategoryDefaults: CollectionBeforeValidateHook = async ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  const stored = operation === 'create' ? null : (originalDoc as Values)
  const settled = await settleCustomer(req, data, stored)
  const moved = stored && data['category'] !== undefined && idOf(data['category']) !== idOf(stored['category'])
  if (!moved || !req.user || req.payloadAPI === 'local') return settled
  const loosened = loosenedCredit((stored['credit'] ?? {}) as Values, settled['credit'] as Values)
  const followed = loosened.filter((field) => field === 'limit' || field === 'days')
  if (followed.length === 0) return settled
  const facts = { field: 'category', fields: followed.map((field) => `credit.${field}`), document: 'credit-limits' }
  if (!maySet(actorOf(req), 'creditLimit'))
    refuseIfAny(req, [
      {
        code: 'NOT_YOUR_FIELD',
        path: 'category',
        facts,
        text: {
          zh: '该类别的信用条件比现在宽，您无权放宽信用；请财务更改类别',
          en: 'The category gives more credit than the customer has, which is not yours to give; ask finance to change the category',
        },
      },
    ])
  if ((await settingsOf(req)).orders.fourEyes)
    refuseIfAny(req, [
      {
        code: 'FOUR_EYES',
        path: 'category',
        facts,
        remedy: { action: 'askColleague' },
        text: {
          zh: '该类别的信用条件比现在宽，放宽信用须由两人经手：请先为客户填写自己的额度和天数，再开信用额度调整单',
          en: 'The category gives more credit than the customer has, which takes two people: enter limit and days of its own first, then a credit limit',
        },
      },
    ])
  return settled
}
