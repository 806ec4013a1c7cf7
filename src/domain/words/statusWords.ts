import { statedKind, statesIn, type StatedSlug } from '../kinds'
import type { Language, Words } from './words'

/** The word for a status of a kind of document; undefined for what has no such status. */
export function statusWord(slug: string, status: string, language: Language): string | undefined {
  const states = statedKind(slug)?.states
  return states && Object.hasOwn(states, status) ? states[status]?.[language] : undefined
}

/** The statuses of a kind of document as a field offers them. */
export const statusOptions = (slug: StatedSlug): Array<{ value: string; label: Words }> =>
  Object.entries<Words>(statesIn(slug)).map(([value, label]) => ({ value, label }))
