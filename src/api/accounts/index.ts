import type { CollectionConfig } from 'payload'

import { passwordLinks } from './passwordLinks'

/** The doors of people's accounts, before the platform's own of the same names. */
export const withAccountDoors = (collections: readonly CollectionConfig[]): CollectionConfig[] =>
  collections.map((collection) =>
    collection.auth ? { ...collection, endpoints: [...passwordLinks, ...(collection.endpoints || [])] } : collection,
  )
