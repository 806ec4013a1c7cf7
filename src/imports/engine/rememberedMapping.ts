import { createHash } from 'node:crypto'

import type { PayloadRequest, Where } from 'payload'

type Mapping = Readonly<Record<string, string | null>>
type Source = { req: PayloadRequest; kind: string; headings: readonly string[] }

/** Files with the same headings come from the same source. */
const keyOf = ({ kind, headings }: Source): string =>
  `import-${kind}-${createHash('sha256').update(JSON.stringify(headings)).digest('hex').slice(0, 16)}`

const where = (source: Source): Where => ({
  and: [{ key: { equals: keyOf(source) } }, { 'user.relationTo': { equals: 'users' } }, { 'user.value': { equals: source.req.user?.id } }],
})

async function kept(source: Source) {
  const { req } = source
  const { docs } = await req.payload.find({
    collection: 'payload-preferences',
    where: where(source),
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0]
}

/** How this person mapped the last file of this source; undefined for the first. */
export async function rememberedMapping(source: Source): Promise<Mapping | undefined> {
  if (!source.req.user) return undefined
  const value: unknown = (await kept(source))?.value
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Mapping) : undefined
}

/** The mapping a file came in with is proposed for the next one of its source. */
export async function rememberMapping({ mapping, ...source }: Source & { mapping: Mapping }): Promise<void> {
  const { req } = source
  if (!req.user) return
  const known = await kept(source)
  const data = { key: keyOf(source), value: { ...mapping }, user: { relationTo: 'users' as const, value: req.user.id } }
  if (known) await req.payload.update({ collection: 'payload-preferences', id: known.id, data, depth: 0, overrideAccess: true, req })
  else await req.payload.create({ collection: 'payload-preferences', data, depth: 0, overrideAccess: true, req })
}
