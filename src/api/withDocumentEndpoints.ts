import type { CollectionConfig, Endpoint } from 'payload'

import { isDocument } from '@/src/engine/define'

import { customerCard } from './customers/card'
import { categoryTerms } from './customers/categoryTerms'
import { writeEndpoints } from './documents'
import { customerHandOver } from './customers/handOver'
import { customerMerge } from './customers/merge'
import { payerChange } from './customers/payerChange'
import { customerTitles } from './customers/titles'
import { templateEndpoints } from './fromTemplate'
import { webhookDoors } from './outside'
import { preparedFileDoors } from './preparedFiles'
import { printEndpoints } from './prints'

const doors: Readonly<Record<string, readonly Endpoint[]>> = {
  customers: [payerChange, customerHandOver, customerMerge, customerTitles, ...customerCard],
  'customer-categories': [categoryTerms],
  'prepared-files': preparedFileDoors,
  webhooks: webhookDoors,
}

/** Gives every business document its doors, customers, templates and prepared files theirs; other collections keep Payload's own. */
export const withDocumentEndpoints = (collections: readonly CollectionConfig[]): CollectionConfig[] =>
  collections.map((collection) => {
    const own = [
      ...printEndpoints(collection.slug),
      ...(doors[collection.slug] ?? []),
      ...templateEndpoints(collection.slug),
      ...(isDocument(collection.slug) ? writeEndpoints(collection.slug) : []),
    ]
    return own.length > 0 ? { ...collection, endpoints: [...own, ...(collection.endpoints || [])] } : collection
  })
