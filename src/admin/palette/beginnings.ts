import type { Entry } from './onPage'

type Beginning = {
  group: string
  /** what a new one of a kind is called; null where this person may not begin one */
  titleOf: (slug: string) => string | null
  open: (href: string) => void
}

/** What may be begun: a new record of each kind in the menu. */
export const beginnings = ({ group, titleOf, open }: Beginning): Entry[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('a.menu__entry')].flatMap(({ pathname }) => {
    const slug = /\/collections\/([^/]+)$/.exec(pathname)?.[1]
    const title = slug === undefined ? null : titleOf(slug)
    return title === null ? [] : [{ key: `new ${slug}`, title, group, go: () => open(`${pathname}/create`) }]
  })
