import type { DocumentLink, Standing } from './links'

/** What the books have to know of a kind of document; its one definition tells them (`defineDocument`). */
export type KnownKind = {
  slug: string
  links: readonly DocumentLink[]
  standsOn: readonly Standing[]
}

const kinds = new Map<string, KnownKind>()

/** Makes a kind of document known to the books: it may be locked, followed, and stands in the way of undoing what it stands on. */
export const tellKind = (kind: KnownKind): void => void kinds.set(kind.slug, kind)

export const knownKinds = (): KnownKind[] => [...kinds.values()]

/** The table of a kind of document, as the platform names it. Throws for what is none: nothing else is locked. */
export function tableOf(slug: string): string {
  if (!kinds.has(slug)) throw new Error(`${slug} is no kind of document`)
  return slug.replaceAll('-', '_')
}

/** How far from the first document of a chain each kind stands. A circle stops the start: there would be no order to lock in. */
export function ranksOf(known: readonly KnownKind[]): Map<string, number> {
  const before = new Map<string, Set<string>>()
  const after = (later: string, earlier: string): void => {
    before.set(later, (before.get(later) ?? new Set()).add(earlier))
  }
  for (const { slug, links, standsOn } of known) {
    before.set(slug, before.get(slug) ?? new Set())
    for (const { from, to } of links) if (from !== to) after(to, from)
    for (const { on } of standsOn) if (on !== slug) after(slug, on)
  }
  const ranks = new Map<string, number>()
  const rankOf = (slug: string, way: readonly string[]): number => {
    if (way.includes(slug)) throw new Error(`Documents come from one another in a circle: ${[...way, slug].join(' → ')}`)
    const known = ranks.get(slug)
    if (known !== undefined) return known
    const rank = Math.max(-1, ...[...(before.get(slug) ?? [])].map((earlier) => rankOf(earlier, [...way, slug]))) + 1
    ranks.set(slug, rank)
    return rank
  }
  for (const slug of before.keys()) rankOf(slug, [])
  return ranks
}

/** Every kind that takes part in a chain, in the order goods and money go. Upstream documents are locked in this order, whoever locks them. */
export function kindsInOrder(known: readonly KnownKind[] = knownKinds()): string[] {
  const ranks = ranksOf(known)
  return [...ranks.keys()].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || a.localeCompare(b, 'en'))
}

/** Every way from one document to the next, in the order goods and money go. */
export function linksInOrder(): DocumentLink[] {
  const order = new Map(kindsInOrder().map((slug, index) => [slug, index]))
  const at = (slug: string): number => order.get(slug) ?? order.size
  return knownKinds()
    .flatMap(({ links }) => links)
    .sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to))
}
