import type { CollectionAfterChangeHook } from 'payload'

import type { Stored } from '@/src/engine/documents/stored'
import { tellCreditApprovers } from '@/src/usecases/credit/tellCreditApprovers'
import { tellPriceReleasers } from '@/src/usecases/pricing/tellPriceReleasers'

type Request = Stored<'credit-releases'> | Stored<'price-releases'>

const isOfPrice = (request: Request): request is Stored<'price-releases'> => !('alarms' in request)

const tell: CollectionAfterChangeHook<Request> = async ({ doc, operation, req }) => {
  if (operation !== 'create') return doc
  if (isOfPrice(doc)) await tellPriceReleasers(req, doc)
  else await tellCreditApprovers(req, doc)
  return doc
}

/** 放行申请: whoever may release hears of a new request, whether a save, a button or a program has made it. */
export const releaseAsked = { afterChange: [tell] }
