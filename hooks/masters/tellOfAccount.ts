import type { CollectionAfterChangeHook } from 'payload'

import { accountNews } from '@/src/domain/people/accountNews'
import { actorOf } from '@/src/engine/actor'
import { workOf } from '@/src/engine/operation'
import { writesAlone } from '@/src/engine/secondPerson'
import { tellOfAccounts } from '@/src/usecases/control/tellOfAccounts'

/** What one person does alone to another's account is told at once to those who could have been the second one. */
export const tellOfAccount: CollectionAfterChangeHook = async ({ data, doc, previousDoc, operation, req }) => {
  if (!writesAlone(req) || actorOf(req)?.id === doc.id) return doc
  const { isInvited = false, passwordSetFor } = workOf(req).account
  const isPasswordSet = operation === 'create' ? Boolean(data['password']) && !isInvited : passwordSetFor === Number(doc.id)
  const deeds = accountNews({ before: operation === 'create' ? null : previousDoc, after: doc, isPasswordSet })
  await tellOfAccounts(req, { accounts: [doc], deeds })
  return doc
}
