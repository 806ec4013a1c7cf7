import type { CollectionBeforeOperationHook, CollectionSlug, FlattenedField, PayloadRequest } from 'payload'

import { groupBy } from '@/src/domain/kernel/groupBy'
import type { Finding } from '@/src/domain/kernel/decision'
import { languageOf, refusal } from '@/src/engine/refusal'
import { documentsOfLines, existing, type RecordRef } from '@/src/ledger/facts/existing'

import { namedInBody, type NamedRecord, namedRecords, namesOfRecords } from './namedRecords'

const keyOf = ({ slug, id }: RecordRef): string => `${slug}/${id}`
const lineKey = (slug: string, line: string): string => `${slug}:${line}`

/** An id as the database takes it; null for what cannot be one. */
const idIn = (value: unknown): number | null => {
  const id = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof id === 'number' && Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? id : null
}

/** The rows among the records that the person of the request reads: one query per kind whose rows are not all his. */
async function readable(req: PayloadRequest, records: readonly RecordRef[]): Promise<Set<string>> {
  const seen = new Set<string>()
  const open: RecordRef[] = []
  for (const [slug, refs] of groupBy(records, (record) => record.slug)) {
    const collection = req.payload.collections[slug as CollectionSlug]
    const access = collection ? await collection.config.access.read({ req }) : false
    if (access === true) open.push(...refs)
    if (typeof access !== 'object') continue
    const { docs } = await req.payload.find({
      collection: slug as CollectionSlug,
      where: { and: [access, { id: { in: [...new Set(refs.map(({ id }) => id))] } }] },
      select: { createdAt: true },
      pagination: false,
      depth: 0,
      overrideAccess: true, // the rows this person reads are asked for in the condition
      req,
    })
    for (const { id } of docs) seen.add(keyOf({ slug, id: Number(id) }))
  }
  for (const record of await existing(req, open)) seen.add(keyOf(record))
  return seen
}

/** The records named that this person does not read, or that do not exist: he is told the same of both. */
async function unseenAmong(req: PayloadRequest, named: readonly NamedRecord[]): Promise<NamedRecord[]> {
  if (named.length === 0) return []
  const lines = named.flatMap(({ by, slug, value }) => (by === 'line' ? [{ slug, line: String(value) }] : []))
  const owners = new Map((await documentsOfLines(req, lines)).map(({ slug, line, id }) => [lineKey(slug, line), id]))
  const refOf = ({ by, slug, value }: NamedRecord): RecordRef | null => {
    const id = by === 'line' ? (owners.get(lineKey(slug, String(value))) ?? null) : idIn(value)
    return slug !== '' && id !== null ? { slug, id } : null
  }
  const refs = new Map(named.map((record) => [record, refOf(record)]))
  const seen = await readable(
    req,
    [...refs.values()].filter((ref): ref is RecordRef => ref !== null),
  )
  return named.filter((record) => {
    const ref = refs.get(record)
    return !ref || !seen.has(keyOf(ref))
  })
}

function refuseAll(req: PayloadRequest, unseen: readonly NamedRecord[]): void {
  if (unseen.length === 0) return
  const accepted = languageOf(req) === 'en' ? 'a record you may read' : '您有权查看的记录'
  throw refusal(
    unseen.map(({ path, value }): Finding => ({ code: 'INVALID_INPUT', severity: 'error', path, facts: { field: path, value, accepted } })),
    req,
  )
}

const sameName = ({ field, slug, value }: NamedRecord): string => `${field} ${slug}/${String(value)}`

/** What stood in a record before needs no right to stay: whoever saves a form has not named it. */
async function newlyNamed({
  req,
  slug,
  id,
  unseen,
}: {
  req: PayloadRequest
  slug: string
  id: unknown
  unseen: readonly NamedRecord[]
}): Promise<NamedRecord[]> {
  if (unseen.length === 0 || id === undefined) return [...unseen]
  const stored = await req.payload.findByID({
    collection: slug as CollectionSlug,
    id: Number(id),
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    req,
  })
  const before = new Set(
    namedRecords({ fields: req.payload.collections[slug as CollectionSlug].config.flattenedFields, data: stored }).map((record) =>
      sameName(record),
    ),
  )
  return unseen.filter((record) => !before.has(sameName(record)))
}

type Entered = { req: PayloadRequest; slug: string; operation: 'create' | 'update'; data: unknown; id?: unknown }

/** Refuses what a person enters when it names a record he does not read. */
export async function refuseUnseenData({ req, slug, operation, data, id }: Entered): Promise<void> {
  const { flattenedFields } = req.payload.collections[slug as CollectionSlug].config
  const closed = new Set<FlattenedField>()
  const close = async (fields: readonly FlattenedField[]): Promise<void> => {
    for (const field of fields) {
      const access = 'access' in field ? field.access?.[operation] : undefined
      if (access && (await access({ req })) !== true) closed.add(field)
      if ('flattenedFields' in field && Array.isArray(field.flattenedFields)) await close(field.flattenedFields)
    }
  }
  const given = data !== null && typeof data === 'object' ? data : {}
  await close(flattenedFields.filter(({ name }) => name in given)) // of what is not written nothing is named
  const unseen = await unseenAmong(req, namedRecords({ fields: flattenedFields, data, writes: (field) => !closed.has(field) }))
  refuseAll(req, await newlyNamed({ req, slug, id, unseen }))
}

type WriteArgs = { id?: number | string; data?: unknown; overrideAccess?: boolean }

/**
 * Whom one may not read one may not name, in any field, by any way in: form, REST, GraphQL, import, check and dry run all pass here.
 * The answer is that of a record that does not exist.
 */
export const refuseUnseen: CollectionBeforeOperationHook = async ({ args, operation, req, collection }) => {
  if (operation !== 'create' && operation !== 'update') return
  const { id, data, overrideAccess } = args as WriteArgs
  if (overrideAccess !== true && req.user) await refuseUnseenData({ req, slug: collection.slug, operation, data, id })
}

/** Read once from the finished configuration. */
let names: ReadonlyMap<string, string> | undefined

/** The same for what the body of a verb or of a question names. */
export async function refuseUnseenIn(req: PayloadRequest, body: unknown): Promise<void> {
  names ??= namesOfRecords(Object.values(req.payload.collections).map(({ config }) => config))
  refuseAll(req, await unseenAmong(req, namedInBody(names, body)))
}
