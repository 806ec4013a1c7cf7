import type { AnyDocument, DocumentRules } from './document'

const registered = new Map<string, DocumentRules>()

/** Makes a kind of document known to the engine. Called once per module instance by the area that owns it. */
export function registerDocument<Doc extends AnyDocument>(rules: DocumentRules<Doc>): DocumentRules<Doc> {
  registered.set(rules.slug, rules as unknown as DocumentRules)
  return rules
}

/** The rules of a kind of document. Throws for an unknown slug: that is a bug, not input. */
export function rulesOf(slug: string): DocumentRules {
  const rules = registered.get(slug)
  if (!rules) throw new Error(`No rules are registered for ${slug}`)
  return rules
}

export const isDocument = (slug: string): boolean => registered.has(slug)

export const allRules = (): DocumentRules[] => [...registered.values()]
