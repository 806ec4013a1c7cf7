import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { enterDocument } from '@/src/engine/documents/enterDocument'
import { forTheHouse } from '@/src/engine/operation'
import { refuse } from '@/src/engine/refusal'

import { type HouseChangeDocument, proposed, targetOf, toldBoth } from './prepareHouseChange'

/** Writes what was agreed on where it belongs, through the door everybody takes; tells old and new as they are at that moment. */
export async function putChangeInForce(req: PayloadRequest, doc: HouseChangeDocument): Promise<unknown> {
  const target = await targetOf(req, doc)
  if (!target) return refuse(req, { code: 'INVALID_INPUT', path: 'person', facts: { field: 'person' } })
  const { values } = proposed(target, (doc.values ?? {}) as Record<string, unknown>)
  const changes = await toldBoth(req, target, values)
  if (Object.keys(values).length === 0) return changes
  await forTheHouse(req, async () => {
    if (doc.kind === 'rights') await enterDocument({ req, slug: 'users', id: idOf(doc.person) ?? 0, data: values, overrideAccess: true })
    else if (doc.area) await req.payload.updateGlobal({ slug: doc.area, data: values, depth: 0, overrideAccess: true, req })
  })
  return changes
}
