import type { CollectionBeforeChangeHook } from 'payload'

import type { Sample } from '@/src/domain/samples/sample'
import { currentOperation } from '@/src/engine/operation'
import { keepSampleItem } from '@/src/usecases/samples/sampleItem'

const keep: CollectionBeforeChangeHook = async ({ data, req, collection }) => {
  const { verb } = currentOperation(req, collection.slug)
  const sample = data as unknown as Sample
  if ((verb !== 'create' && verb !== 'save') || sample.status === 'converted') return data
  return { ...data, item: await keepSampleItem({ req, sample }) }
}

/** The item of a sample is made with it and follows what is entered until the sample is converted. */
export const sampleItem = { beforeChange: [keep] }
