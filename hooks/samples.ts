import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'

import type { Sample } from '@/src/domain/samples/sample'
import { currentOperation } from '@/src/engine/operation'
import type { AnyDocument } from '@/src/engine/document'
import { moveSample } from '@/src/usecases/samples/moveSample'
import { followWorkOrders } from '@/src/usecases/samples/followWorkOrders'
import { keepSampleItem } from '@/src/usecases/samples/sampleItem'
import { tellOfRound } from '@/src/usecases/samples/tellOfRound'

/** The item of a sample is made with it, in the same transaction, and follows what is entered until the sample is converted. */
export const keepItem: CollectionBeforeChangeHook = async ({ data, req, collection }) => {
  const { verb } = currentOperation(req, collection.slug)
  const sample = data as unknown as Sample
  if ((verb !== 'create' && verb !== 'save') || sample.status === 'converted') return data
  return { ...data, item: await keepSampleItem({ req, sample }) }
}

const measuredIn = (round: { technical?: Array<{ feature?: string; measured?: string | null }> | null } | undefined): string =>
  JSON.stringify((round?.technical ?? []).map(({ feature, measured }) => [feature, measured ?? '']))

/** A new round takes its sample along; measurements, pictures and remarks reach those who wait for them. */
export const followRound: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req, collection }) => {
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

/** What is made for an order follows its lines. */
export const followLines: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update') await followWorkOrders({ req, order: doc, previous: previousDoc })
  return doc
}
