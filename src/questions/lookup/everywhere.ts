import type { PayloadRequest } from 'payload'

import type { Found } from '@/src/domain/lookup/kinds'
import { wordsTyped } from '@/src/domain/lookup/typed'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { findRecords } from '@/src/engine/documents/findRecords'
import { numberedLists } from '@/src/ledger/lists/found'
import { pageOfIds } from '@/src/ledger/lists/listed'
import { readable } from '@/src/questions/lists/listed'

import { lookup } from './lookup'

export type Hit = { slug: string; id: number; title: string; detail: string }

/** The newest documents with this number, or with a number that goes on from one of its parts like this; each kind from its own index. */
async function documents(req: PayloadRequest, typed: string, limit: number): Promise<Hit[]> {
  const columns = { customer: false, item: false, lineItem: false }
  const found = wordsTyped(typed).map((word) => ({ word, customers: [], items: [], columns }))
  const each = await Promise.all(
    numberedLists.map(async (slug): Promise<Hit[]> => {
      const where = await readable(req, slug)
      if (where === null || found.length === 0) return []
      const { flattenedFields } = req.payload.collections[collectionNamed(req, slug)].config
      const order = { field: 'id', downwards: true, title: null }
      const ids = await pageOfIds(req, { slug, fields: flattenedFields, where, found }, { order, limit, offset: 0 })
      if (ids.length === 0) return []
      const docs = await findRecords({
        req,
        slug,
        where: { id: { in: ids.slice(0, limit) } },
        fields: ['no'],
        sort: '-id',
        limit,
        overrideAccess: false,
      })
      return docs.map((doc) => ({ slug, id: doc.id, title: String(doc['no'] ?? ''), detail: '' }))
    }),
  )
  return each.flat()
}

const hit =
  (slug: string) =>
  ({ id, code, name, detail }: Found): Hit => ({ slug, id, title: [code, name].filter(Boolean).join(' '), detail })

/** Whatever of the house answers to this text and may be read by this person: documents by number, customers and items by all they are called. */
export async function everywhere(req: PayloadRequest, typed: string): Promise<Hit[]> {
  const asksNumber = /\d{2}/.test(typed)
  const [found, customers, items] = await Promise.all([
    asksNumber ? documents(req, typed, 3) : [],
    lookup(req, { kind: 'customers', typed, customer: null, limit: 5 }),
    lookup(req, { kind: 'items', typed, customer: null, limit: 5 }),
  ])
  return [...found, ...customers.map(hit('customers')), ...items.map(hit('items'))]
}
