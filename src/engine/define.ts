import { allowedVerbs, validateSteps } from '@/src/domain/kernel/steps'
import { statusWord } from '@/src/domain/words/statusWords'
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

type Named = { slug: string } & Pick<DocumentRules, 'statuses' | 'initial' | 'steps' | 'editable' | 'takenByBooks'> & {
    verbs: Readonly<Record<string, { name: string }>>
  }

/** What is wrong with the rules of a document, in words; empty when they are sound. */
export function contradictionsIn({ slug, statuses, initial, steps, editable, takenByBooks = [], verbs }: Named): string[] {
  const inSteps = new Set(Object.keys(steps).flatMap((status) => allowedVerbs(steps, status)))
  const known = new Set([...takenByBooks, ...Object.keys(verbs)])
  return [
    ...validateSteps({ name: slug, statuses, initial, steps, editable }),
    ...[...inSteps].filter((verb) => !known.has(verb)).map((verb) => `${slug}: step ${verb} has no verb`),
    ...[...known].filter((verb) => !inSteps.has(verb)).map((verb) => `${slug}: verb ${verb} stands in no step`),
    ...Object.entries(verbs).flatMap(([key, { name }]) => (key === name ? [] : [`${slug}: verb ${name} is listed as ${key}`])),
  ]
}

/** What a kind of document leaves unsaid that people will meet: the words of its states, its name, and a series of its own. */
export function unsaidIn({ slug, title, series, statuses }: Pick<DocumentRules, 'slug' | 'title' | 'series' | 'statuses'>): string[] {
  const other = allRules().find((rules) => rules.series === series && rules.slug !== slug)
  return [
    ...Object.entries(title).flatMap(([language, word]) => (word === '' ? [`${slug}: has no name in ${language}`] : [])),
    ...(other ? [`${slug}: series ${series} is that of ${other.slug}`] : []),
    ...statuses.flatMap((status) =>
      (['zh', 'en'] as const).flatMap((language) =>
        statusWord(slug, status, language) ? [] : [`${slug}: status ${status} has no word in ${language}`],
      ),
    ),
  ]
}

/** The rules of a kind of document. Throws for an unknown slug: that is a bug, not input. */
export function rulesOf(slug: string): DocumentRules {
  const rules = defined.get(slug)
  if (!rules) throw new Error(`No rules are defined for ${slug}`)
  return rules
}

export const isDocument = (slug: string): boolean => defined.has(slug)

export const allRules = (): DocumentRules[] => [...defined.values()]
