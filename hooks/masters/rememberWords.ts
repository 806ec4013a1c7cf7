import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import { asksForOne } from '@/src/engine/askedForAll'
import { forgetWords, rememberWords } from '@/src/engine/lookup/rememberWords'

/** A record that is looked up by typing is found by its new code and name from the moment it is saved. */
export const rememberWordsAfterChange = asksForOne<CollectionAfterChangeHook>('words', async ({ collection, doc, req }) =>
  rememberWords(req, collection.slug, doc),
)

export const forgetWordsAfterDelete: CollectionAfterDeleteHook = async ({ collection, id, req }) =>
  forgetWords(req, collection.slug, Number(id))
