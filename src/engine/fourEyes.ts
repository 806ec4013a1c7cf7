import type { AnyDocument, VerbContext } from './document'
import { refuse } from './refusal'

/** 四眼: whoever prepared a document does not approve it, when the setting says so (default on). */
export function requireFourEyes(ctx: VerbContext<AnyDocument, unknown>): void {
  const { actor, doc, settings, req } = ctx
  if (!settings.orders.fourEyes || !actor || actor.id !== idOf(doc.preparedBy)) return
  refuse(req, { code: 'FOUR_EYES', facts: { no: doc.no, preparedBy: actor.name ?? actor.email }, remedy: { action: 'askColleague' } })
}

const idOf = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number((value as { id?: number }).id ?? value)
