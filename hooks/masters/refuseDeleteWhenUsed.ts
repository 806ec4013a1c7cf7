import type { CollectionBeforeDeleteHook } from 'payload'

import { refuseIfAny } from '@/src/engine/refusal'

import { usesOf, usesSaid } from './usesOf'

/** A master record that something names stays: disabling it is the way (C-07). The refusal names all that do. */
export const refuseDeleteWhenUsed: CollectionBeforeDeleteHook = async ({ req, id, collection }) => {
  const documents = await usesOf(req, { slug: collection.slug, id })
  if (documents.length === 0) return
  const said = usesSaid(req, documents)
  refuseIfAny(req, [
    {
      code: 'DOWNSTREAM_EXISTS',
      facts: { documents },
      text: { zh: `已被引用，不能删除，可停用：${said.zh}`, en: `Still used by ${said.en}: disable it instead of deleting it` },
    },
  ])
}
