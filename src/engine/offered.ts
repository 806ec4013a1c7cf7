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

/** The verbs this person may run on this document now, in the order of the step table: the buttons. */
export async function verbsOffered({
  req,
  slug,
  doc,
}: {
  req: PayloadRequest
  slug: string
  doc: AnyDocument
}): Promise<Array<{ name: string; label: { zh: string; en: string }; asks?: readonly Ask[] }>> {
  const rules = rulesOf(slug)
  const settings = await settingsOf(req)
  const actor = actorOf(req)
  return offeredVerbs(rules, doc.status).flatMap((name) => {
    const verb = rules.verbs[name]
    const mine = verb?.roles.some((role) => actor?.roles.includes(role))
    return verb && mine && (verb.offered?.(doc, settings) ?? true)
      ? [{ name, label: verb.label, ...(verb.asks ? { asks: verb.asks } : {}) }]
      : []
  })
}
