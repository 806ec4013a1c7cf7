import type { CollectionBeforeChangeHook } from 'payload'

import type { Stored } from '@/src/engine/documents/stored'
import { currentOperation } from '@/src/engine/operation'
import { keepSampleItem } from '@/src/usecases/samples/sampleItem'

const keep: CollectionBeforeChangeHook<Stored<'samples'>> = async ({ data, req, collection }) => {
  const { verb } = currentOperation(req, collection.slug)
  if ((verb !== 'create' && verb !== 'save') || data.status === 'converted') return data
  return { ...data, item: await keepSampleItem({ req, sample: data as Stored<'samples'> }) }
}

/** The item of a sample is made with it and follows what is entered until the sample is converted. */
export const sampleItem = { beforeChange: [keep] }
