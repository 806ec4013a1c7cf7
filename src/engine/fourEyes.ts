import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { contentAuthors } from '@/src/ledger/facts/contentAuthors'

import type { AnyDocument, VerbContext } from './document'
import { refuse } from './refusal'

type Judged = { actor: number; doc: { id: number; preparedBy?: unknown }; slug: string }

/** Whether somebody prepared a document, or changed what it says since its last approval. */
export const isAuthor = async (req: PayloadRequest, { actor, doc, slug }: Judged): Promise<boolean> =>
  actor === idOf(doc.preparedBy) || (await contentAuthors(req, { slug, id: doc.id })).includes(actor)

type Asked = Pick<VerbContext<AnyDocument>, 'req' | 'doc' | 'actor' | 'settings'>

const isOwn = async ({ actor, doc, settings, req }: Asked, slug: string): Promise<boolean> =>
  settings.orders.fourEyes && actor !== null && isAuthor(req, { actor: actor.id, doc, slug })

/** Whether this person may be the second one: his button is not offered otherwise. */
export const byAnother =
  (slug: string) =>
  async (asked: Asked): Promise<boolean> =>
    !(await isOwn(asked, slug))

/**
 * 四眼: whoever prepared a document, or changed what it says since its last approval, does not approve it, when the setting says so
 * (default on).
 */
export async function requireFourEyes(ctx: VerbContext<AnyDocument, unknown>, slug: string): Promise<void> {
  const { actor, doc, req } = ctx
  if (!actor || !(await isOwn(ctx, slug))) return
  refuse(req, { code: 'FOUR_EYES', facts: { no: doc.no, preparedBy: actor.name ?? actor.email }, remedy: { action: 'askColleague' } })
}
