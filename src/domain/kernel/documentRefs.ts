import type { DocumentRef } from './contributions'

/** The documents of one kind that are named, each once. */
export const documentRefs = (slug: string, ids: ReadonlyArray<number | null | undefined>): DocumentRef[] =>
  [...new Set(ids)].flatMap((id) => (typeof id === 'number' ? [{ slug, id }] : []))
