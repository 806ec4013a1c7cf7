import type { CollectionAfterChangeHook } from 'payload'

import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'
import { moveSample } from '@/src/usecases/samples/moveSample'
import { tellOfRound } from '@/src/usecases/samples/tellOfRound'

const measuredIn = (round: { technical?: Array<{ feature?: string; measured?: string | null }> | null } | undefined): string =>
  JSON.stringify((round?.technical ?? []).map(({ feature, measured }) => [feature, measured ?? '']))

const follow: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req, collection }) => {
  const { verb } = currentOperation(req, collection.slug)
  if (operation === 'create') {
    const sample = (await req.payload.findByID({
      collection: 'samples' as never,
      id: doc.sample,
      depth: 0,
      overrideAccess: true,
      req,
    })) as {
      status: string
    }
    if (sample.status !== 'sent') await moveSample(req, doc.sample, 'mark-sent')
    return doc
  }
  if (verb !== 'save') return doc
  const round = doc as AnyDocument as never
  if (measuredIn(doc) !== measuredIn(previousDoc)) await tellOfRound(req, round, 'sales')
  else if ((doc.remark ?? '') !== (previousDoc?.remark ?? '')) await tellOfRound(req, round, 'engineering')
  return doc
}

/** 客户反馈: a new round takes its sample along; measurements, pictures and remarks reach those who wait for them. */
export const rounds = { afterChange: [follow] }
