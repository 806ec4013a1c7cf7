import type { PayloadRequest } from 'payload'

import type { Ask } from '@/src/domain/kernel/ask'
import { allowedVerbs } from '@/src/domain/kernel/steps'

import { actorOf } from './actor'
import { rulesOf } from './define'
import type { AnyDocument, DocumentRules } from './document'
import { settingsOf } from './settings'

/** Verbs of the step table that people may run, in the order of the buttons; the house's own belong to no role. */
export const offeredVerbs = (rules: DocumentRules, status: string): string[] =>
  allowedVerbs(rules.steps, status).filter((verb) => (rules.verbs[verb]?.roles.length ?? 0) > 0)

type Open = { name: string; verb: DocumentRules['verbs'][string] }

/** The verbs that are open on this document now, to whoever has the role, in the order of the step table. */
export async function verbsOpen({ req, slug, doc }: { req: PayloadRequest; slug: string; doc: AnyDocument }): Promise<Open[]> {
  const rules = rulesOf(slug)
  const settings = await settingsOf(req)
  return offeredVerbs(rules, doc.status).flatMap((name) => {
    const verb = rules.verbs[name]
    return verb && (verb.offered?.(doc, settings) ?? true) ? [{ name, verb }] : []
  })
}

/** The verbs this person may run on this document now: the buttons. */
export function verbsOffered({
  req,
  open,
}: {
  req: PayloadRequest
  open: readonly Open[]
}): Array<{ name: string; label: { zh: string; en: string }; asks?: readonly Ask[] }> {
  const actor = actorOf(req)
  return open.flatMap(({ name, verb }) =>
    verb.roles.some((role) => actor?.roles.includes(role)) ? [{ name, label: verb.label, ...(verb.asks ? { asks: verb.asks } : {}) }] : [],
  )
}
