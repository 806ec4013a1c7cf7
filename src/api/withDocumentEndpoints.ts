import type { CollectionConfig } from 'payload'

import { isDocument } from '@/src/engine/define'

import { writeEndpoints } from './documents'
import { payerChange } from './payerChange'
import { printEndpoints } from './prints'

/** Gives every business document its doors, customers theirs; other collections keep Payload's own. */
export const withDocumentEndpoints = (collections: readonly CollectionConfig[]): CollectionConfig[] =>
  collections.map((collection) => {
    const own = [
      ...printEndpoints(collection.slug),
      ...(collection.slug === 'customers' ? [payerChange] : []),
      ...(isDocument(collection.slug) ? writeEndpoints(collection.slug) : []),
    ]
    return own.length > 0 ? { ...collection, endpoints: [...own, ...(collection.endpoints || [])] } : collection
  })
