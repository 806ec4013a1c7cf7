import type { CollectionConfig } from 'payload'

import { apiKeyDoors } from './apiKeys'
import { passwordLinks } from './passwordLinks'
import { providerDoors } from './provider'
import { secondFactor } from './secondFactor'
import { sessionDoors } from './sessions'

const doors = [...passwordLinks, ...secondFactor, ...sessionDoors, ...apiKeyDoors, ...providerDoors]

/** The doors of people's accounts, before the platform's own of the same names. */
export const withAccountDoors = (collections: readonly CollectionConfig[]): CollectionConfig[] =>
  collections.map((collection) =>
    collection.auth ? { ...collection, endpoints: [...doors, ...(collection.endpoints || [])] } : collection,
  )
