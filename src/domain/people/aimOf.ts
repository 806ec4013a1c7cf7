const anywhere = 'https://house.invalid'

/**
 * Where somebody is led once he is in: a place of this house as he asked for it, else the first page. A browser, a proxy and a router each read a
 * path in their own way; so it is one that all read alike, and that stays here after dots and doubled strokes are taken out of it.
 */
export function aimOf(asked: unknown, first: string): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || /[\\\p{Cc}\p{Zl}\p{Zp}]/u.test(asked)) return first
  if (!URL.canParse(asked, anywhere)) return first
  const { origin, pathname, search, hash } = new URL(asked, anywhere)
  if (origin !== anywhere || /\/\/|%2f|%5c/i.test(pathname) || /^\/+[a-z][a-z0-9+.-]*:/i.test(pathname)) return first
  return `${pathname}${search}${hash}`
}
