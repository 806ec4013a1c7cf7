import type { CollectionAfterChangeHook } from 'payload'

import { readDocument } from '@/src/engine/documents/readDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { currentOperation } from '@/src/engine/operation'
import { moveSample } from '@/src/usecases/samples/moveSample'
import { tellOfRound } from '@/src/usecases/samples/tellOfRound'

const measuredIn = (round: { technical?: Array<{ feature?: string; measured?: string | null }> | null } | undefined): string =>
  JSON.stringify((round?.technical ?? []).map(({ feature, measured }) => [feature, measured ?? '']))

const follow: CollectionAfterChangeHook<Stored<'feedback-rounds'>> = async ({ doc, previousDoc, operation, req, collection }) => {
  const { verb } = currentOperation(req, collection.slug)
  if (operation === 'create') {
    const sample = await readDocument({ req, slug: 'samples', id: doc.sample, overrideAccess: true })
    if (sample.status !== 'sent') await moveSample(req, doc.sample, 'mark-sent')
    return doc
  }
  if (verb !== 'save') return doc
  if (measuredIn(doc) !== measuredIn(previousDoc)) await tellOfRound(req, doc, 'sales')
  else if ((doc.remark ?? '') !== (previousDoc?.remark ?? '')) await tellOfRound(req, doc, 'engineering')
  return doc
}

/** 客户反馈: a new round takes its sample along; measurements, pictures and remarks reach those who wait for them. */
export const rounds = { afterChange: [follow] }
