import type { CollectionBeforeDeleteHook } from 'payload'

import { documentsWithFile } from '@/src/usecases/items/followFiles'

import { refuseIfAny } from '@/src/engine/refusal'

import { usesSaid } from './usesOf'

/** A file that a document shows stays: take it out of the document first. The refusal names the kinds of documents. */
export const refuseDeleteOfAttached: CollectionBeforeDeleteHook = async ({ req, id, collection }) => {
  const documents = await documentsWithFile(req, collection.slug, Number(id))
  if (documents.length === 0) return
  const said = usesSaid(req, documents)
  refuseIfAny(req, [
    {
      code: 'DOWNSTREAM_EXISTS',
      facts: { documents },
      text: { zh: `文件附于单据，不能删除，请先从单据中移除：${said.zh}`, en: `The file is attached to ${said.en}: remove it there first` },
    },
  ])
}
