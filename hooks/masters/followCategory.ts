import type { CollectionAfterChangeHook } from 'payload'

import { followChangedCategory } from '@/src/usecases/customers/categoryTerms'

/** What customers take from a category follows its defaults and its place in the tree. */
export const followCategory: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update') await followChangedCategory(req, { id: doc.id, name: `${doc.code} ${doc.name}` })
}
