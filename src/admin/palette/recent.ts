export type Visit = { href: string; title: string }

const store = 'gendan-recent'
const most = 12

/** What this person opened last in this browser, newest first. */
export function recent(): Visit[] {
  const kept = localStorage.getItem(store)
  return kept ? (JSON.parse(kept) as Visit[]) : []
}

export function remember(visit: Visit): void {
  localStorage.setItem(store, JSON.stringify([visit, ...recent().filter(({ href }) => href !== visit.href)].slice(0, most)))
}
