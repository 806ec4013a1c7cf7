import { statesOf } from '@/src/domain/kernel/documentKind'
import { allowedVerbs, validateSteps } from '@/src/domain/kernel/steps'
import { tellKind } from '@/src/ledger/kinds'

import type { AnyDocument, DocumentRules } from './document'

const defined = new Map<string, DocumentRules>()

/**
 * Makes a kind of document known to the engine, by the area that owns it. What does not fit together stops the start, with every
 * contradiction in words: a step into nowhere, a status nobody reaches, a button without a step, a step without a verb.
 */
export function defineDocument<Doc extends AnyDocument>(rules: DocumentRules<Doc>): void {
  const problems = [...contradictionsIn(rules), ...unsaidIn(rules)]
  if (problems.length > 0) throw new Error(problems.join('\n'))
  defined.set(rules.slug, rules as unknown as DocumentRules)
  tellKind({ slug: rules.slug, links: rules.links ?? [], standsOn: rules.standsOn ?? [] })
}

type Named = { slug: string } & Pick<DocumentRules, 'states' | 'initial' | 'steps' | 'editable' | 'takenByBooks'> & {
    verbs: Readonly<Record<string, { name: string }>>
  }

/** What is wrong with the rules of a document, in words; empty when they are sound. */
export function contradictionsIn({ slug, states, initial, steps, editable, takenByBooks = [], verbs }: Named): string[] {
  const inSteps = new Set(Object.keys(steps).flatMap((status) => allowedVerbs(steps, status)))
  const known = new Set([...takenByBooks, ...Object.keys(verbs)])
  return [
    ...validateSteps({ name: slug, statuses: statesOf({ states }), initial, steps, editable }),
    ...[...inSteps].filter((verb) => !known.has(verb)).map((verb) => `${slug}: step ${verb} has no verb`),
    ...[...known].filter((verb) => !inSteps.has(verb)).map((verb) => `${slug}: verb ${verb} stands in no step`),
    ...Object.entries(verbs).flatMap(([key, { name }]) => (key === name ? [] : [`${slug}: verb ${name} is listed as ${key}`])),
  ]
}

/** What a kind of document leaves unsaid that people will meet: its words, a series of its own, states that are one another's. */
export function unsaidIn({ slug, title, purpose, series, states, ended, releases, guards }: Said): string[] {
  const released = [
    ['credit', guards.credit !== null],
    ['price', guards.minimumPrice !== false],
  ] as const
  const other = allRules().find((rules) => rules.series === series && rules.slug !== slug)
  const words = { name: title, purpose, ...Object.fromEntries(Object.entries(states).map(([status, word]) => [`status ${status}`, word])) }
  return [
    ...(other ? [`${slug}: series ${series} is that of ${other.slug}`] : []),
    ...Object.entries(words).flatMap(([what, word]) =>
      Object.entries(word).flatMap(([language, text]) => (text === '' ? [`${slug}: ${what} has no word in ${language}`] : [])),
    ),
    ...released
      .filter(([what, asks]) => asks !== (releases?.includes(what) ?? false))
      .map(([what]) => `${slug}: its rules and its kind differ on whether somebody may let its ${what} pass`),
    ...ended.filter((status) => !Object.hasOwn(states, status)).map((status) => `${slug}: ended status ${status} is unknown`),
  ]
}

type Said = Pick<DocumentRules, 'slug' | 'title' | 'purpose' | 'series' | 'states' | 'ended' | 'releases'> & {
  guards: { credit: unknown; minimumPrice: unknown }
}

/** The rules of a kind of document. Throws for an unknown slug: that is a bug, not input. */
export function rulesOf(slug: string): DocumentRules {
  const rules = defined.get(slug)
  if (!rules) throw new Error(`No rules are defined for ${slug}`)
  return rules
}

export const isDocument = (slug: string): boolean => defined.has(slug)

export const allRules = (): DocumentRules[] => [...defined.values()]

/** Whether documents of this kind come from others or lead to others. */
export const hasFlow = (slug: string): boolean =>
  allRules().some(({ links = [] }) => links.some(({ from, to }) => from === slug || to === slug))
