import type { CollectionBeforeChangeHook } from 'payload'

import { rulesOf } from '@/src/engine/define'
import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'
import { sealTexts as sealed } from '@/src/engine/sealTexts'

/** At its approval a document keeps what the house says on its sheet; taking the approval back opens it again. */
export const sealTexts: CollectionBeforeChangeHook = async ({ data, req, collection }) => {
  const { stored } = currentOperation(req, collection.slug)
  const texts = await sealed({ req, rules: rulesOf(collection.slug), stored, doc: data as AnyDocument })
  return texts === undefined ? data : { ...data, sealedTexts: texts }
}
