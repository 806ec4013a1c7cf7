import { idOf } from '@/src/domain/kernel/idOf'
import { contentAuthors } from '@/src/ledger/facts/contentAuthors'

import type { AnyDocument, VerbContext } from './document'
import { refuse } from './refusal'

/**
 * 四眼: whoever prepared a document, or changed what it says since its last approval, does not approve it, when the setting says so
 * (default on).
 */
export async function requireFourEyes(ctx: VerbContext<AnyDocument, unknown>, slug: string): Promise<void> {
  const { actor, doc, settings, req } = ctx
  if (!settings.orders.fourEyes || !actor) return
  if (actor.id !== idOf(doc.preparedBy) && !(await contentAuthors(req, { slug, id: doc.id })).includes(actor.id)) return
  refuse(req, { code: 'FOUR_EYES', facts: { no: doc.no, preparedBy: actor.name ?? actor.email }, remedy: { action: 'askColleague' } })
}
