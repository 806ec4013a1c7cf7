export type Visit = { href: string; title: string }

const store = 'gendan-recent'
const most = 12

const read = (key: string): Visit[] => {
  const kept = localStorage.getItem(key)
  return kept ? (JSON.parse(kept) as Visit[]) : []
}

/** What this person opened last in this browser, newest first. */
export const recent = (): Visit[] => read(store)

export function remember(visit: Visit): void {
  localStorage.setItem(store, JSON.stringify([visit, ...recent().filter(({ href }) => href !== visit.href)].slice(0, most)))
}

const pinned = 'gendan-pinned'
const mostPinned = 30

/** What this person keeps at hand in this browser, in the order it was pinned. */
export const pins = (): Visit[] => read(pinned)

/** Pins a page, or takes the pin out again. */
export function togglePin(visit: Visit): void {
  const others = pins().filter(({ href }) => href !== visit.href)
  const isPinned = others.length < pins().length
  localStorage.setItem(pinned, JSON.stringify(isPinned ? others : [...others, visit].slice(-mostPinned)))
}
