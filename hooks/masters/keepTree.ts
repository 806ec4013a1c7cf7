import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'

import { decideParent } from '@/src/domain/kernel/decideParent'
import { idOf } from '@/src/domain/kernel/idOf'
import { asksForOne } from '@/src/engine/askedForAll'
import { holdTree, joinTree, levelsBelow, treeAbove } from '@/src/engine/trees'

import { refuseIfAny } from '@/src/engine/refusal'

/** One category of a tree is written at a time. */
export const holdOwnTree: CollectionBeforeOperationHook = async ({ args, operation, req, collection }) => {
  if (operation === 'create' || operation === 'update') await holdTree(req, collection.slug)
  return args
}

/** Who takes terms from a tree does so while nobody changes it; taken before the record, as its categories' writers take it. */
export const readsTree = (slug: string): CollectionBeforeOperationHook =>
  asksForOne<CollectionBeforeOperationHook>('locks', async ({ args, operation, req }) => {
    if (operation === 'create' || operation === 'update') await joinTree(req, slug)
    return args
  })

/** No record stands below itself, and no tree is deeper than anybody could follow. */
export const keepTree: CollectionBeforeChangeHook = async ({ collection: { slug }, data, originalDoc, req }) => {
  const parent = idOf(data.parent)
  const own = idOf(originalDoc?.id)
  if (parent === null) return data
  const above = await treeAbove(req, slug, parent)
  const below = own === null ? 0 : await levelsBelow(req, slug, own)
  refuseIfAny(req, decideParent({ path: 'parent', own, above, below }))
  return data
}
