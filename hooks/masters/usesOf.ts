import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { type Place, placesNaming } from '@/src/engine/placesNaming'
import { languageOf } from '@/src/engine/refusal'

type UseCount = { slug: string; count: number }

type Asked = { slug: string; id: number | string; places?: (place: Place) => boolean }

/** How many records of each kind name this one. Its own fields do not hold it. */
export async function usesOf(req: PayloadRequest, { slug: target, id, places = () => true }: Asked): Promise<UseCount[]> {
  const collections = Object.values(req.payload.collections).map(({ config }) => config)
  const paths = new Map<string, string[]>()
  for (const { slug, path } of placesNaming(target, collections).filter(places)) paths.set(slug, [...(paths.get(slug) ?? []), path])
  const uses: UseCount[] = []
  for (const [slug, named] of paths) {
    const naming: Where = { or: named.map((path) => ({ [path]: { equals: id } })) }
    const { totalDocs } = await req.payload.count({
      collection: slug as CollectionSlug,
      where: slug === target ? { and: [naming, { id: { not_equals: id } }] } : naming,
      overrideAccess: true,
      req,
    })
    if (totalDocs > 0) uses.push({ slug, count: totalDocs })
  }
  return uses
}

/** The kinds by the names people read in the menu, with how many of each. */
export function usesSaid(req: PayloadRequest, uses: readonly UseCount[]): { zh: string; en: string } {
  const named = (language: 'zh' | 'en'): string =>
    uses.map(({ slug, count }) => `${pluralOf(req, slug, language)} (${count})`).join(language === 'zh' ? '、' : ', ')
  return { zh: named('zh'), en: named('en') }
}

function pluralOf(req: PayloadRequest, slug: string, language: 'zh' | 'en'): string {
  const plural = req.payload.collections[slug as CollectionSlug]?.config.labels.plural
  if (typeof plural === 'object') return plural[language] ?? plural[languageOf(req)] ?? ''
  return typeof plural === 'string' ? plural : ''
}
