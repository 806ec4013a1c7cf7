import type { PayloadRequest } from 'payload'

import type { Ask } from '@/src/domain/kernel/ask'
import { allowedVerbs } from '@/src/domain/kernel/steps'

import { inTransaction } from '@/src/db/transaction'

import { actorOf } from './actor'
import { now } from './clock'
import { rulesOf } from './define'
import type { AnyDocument, DocumentRules } from './document'
import { type Settings, settingsOf } from './settings'

/** Verbs of the step table that people may run, in the order of the buttons; the house's own belong to no role. */
export const offeredVerbs = (rules: DocumentRules, status: string): string[] =>
  allowedVerbs(rules.steps, status).filter((verb) => (rules.verbs[verb]?.roles.length ?? 0) > 0)

/** The states in which a document may be offered the verb, as far as its state decides. */
export const statesOffering = ({ rules, name, settings }: { rules: DocumentRules; name: string; settings: Settings }): string[] =>
  Object.keys(rules.states).filter(
    (status) =>
      offeredVerbs(rules, status).includes(name) &&
      (rules.verbs[name]?.offered?.({ id: 0, no: '', status, version: 0, date: '', preparedBy: null }, settings) ?? true),
  )

type Open = { name: string; verb: DocumentRules['verbs'][string] }

/** The verbs that are open on this document now, to whoever has the role, in the order of the step table. */
export async function verbsOpen({ req, slug, doc }: { req: PayloadRequest; slug: string; doc: AnyDocument }): Promise<Open[]> {
  const rules = rulesOf(slug)
  const settings = await settingsOf(req)
  return offeredVerbs(rules, doc.status).flatMap((name) => {
    const verb = rules.verbs[name]
    return verb && (verb.offered?.(doc, settings) ?? true) && (verb.offeredByLines?.(doc) ?? true) ? [{ name, verb }] : []
  })
}

/** The verbs this person may run on this document now, and may succeed with: the buttons. */
export async function verbsOffered({
  req,
  doc,
  open,
}: {
  req: PayloadRequest
  doc: AnyDocument
  open: readonly Open[]
}): Promise<Array<{ name: string; label: { zh: string; en: string }; asks?: readonly Ask[] }>> {
  const actor = actorOf(req)
  const mine = open.filter(({ verb }) => verb.roles.some((role) => actor?.roles.includes(role)))
  const asked = { req, doc, actor, settings: await settingsOf(req), today: now(req).date }
  const isPossible = async (): Promise<boolean[]> => {
    const answers: boolean[] = []
    for (const { verb } of mine) answers.push((await verb.possible?.(asked)) ?? true)
    return answers
  }
  const possible = mine.some(({ verb }) => verb.possible) ? await inTransaction(req, isPossible) : null
  return mine.flatMap(({ name, verb }, index) =>
    possible === null || possible[index] ? [{ name, label: verb.label, ...(verb.asks ? { asks: verb.asks } : {}) }] : [],
  )
}
