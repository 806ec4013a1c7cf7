import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import type { Stored } from '@/src/engine/documents/stored'
import { itemFacts } from '@/src/ledger/facts/items'
import { priceReleasers } from '@/src/ledger/facts/priceReleases'

import { notify } from '../control/notify'

/** Tells those who may sell below the minimum which items a document asks them to let pass. */
export async function tellPriceReleasers(req: PayloadRequest, request: Stored<'price-releases'>): Promise<void> {
  const { id, documentNo: no, documentPreparedBy, lines } = request
  const ids = lines.flatMap(({ item }) => idOf(item) ?? [])
  const facts = await itemFacts(req, ids)
  const items = ids.map((item) => facts.get(item)?.code ?? String(item)).join(', ')
  await notify({
    req,
    people: await priceReleasers(req, idOf(documentPreparedBy)),
    kind: 'releaseAsked',
    key: `price-release-asked-${id}`,
    related: { slug: 'price-releases', id },
    title: { zh: `请放行 ${no} 的低价`, en: `Please release the low prices of ${no}` },
    text: { zh: `低于最低售价的物料：${items}`, en: `Items below the minimum price: ${items}` },
  })
}
