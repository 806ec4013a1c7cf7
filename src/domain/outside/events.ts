import { allKinds } from '../kinds'
import type { DocumentKind } from '../kernel/documentKind'
import { allowedVerbs } from '../kernel/steps'

/** What may be told of a kind of document: that one was entered, and every step of its table. */
export const eventsOf = ({ slug, states, steps }: Pick<DocumentKind, 'slug' | 'states' | 'steps'>): string[] => [
  ...new Set(['create', ...Object.keys(states).flatMap((status) => allowedVerbs(steps, status))].map((verb) => `${slug}.${verb}`)),
]

const known: ReadonlySet<string> = new Set(allKinds.flatMap(eventsOf))

export const unknownEvents = (given: readonly string[]): string[] => given.filter((event) => !known.has(event))
