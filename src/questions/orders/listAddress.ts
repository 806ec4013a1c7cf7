import type { Where } from 'payload'

function pairs(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => pairs(entry, `${path}[${index}]`))
  if (value !== null && typeof value === 'object') return Object.entries(value).flatMap(([key, entry]) => pairs(entry, `${path}[${key}]`))
  return [`${encodeURIComponent(path)}=${encodeURIComponent(String(value))}`]
}

/** The list of a collection with a filter set, as an address below the admin: a count on the board opens exactly its documents. */
export function listAddress({ slug, where, sort }: { slug: string; where: Where; sort: string }): string {
  const conditions = 'and' in where ? where : { and: [where] }
  return `/collections/${slug}?${[...pairs({ or: [conditions] }, 'where'), `sort=${encodeURIComponent(sort)}`].join('&')}`
}
