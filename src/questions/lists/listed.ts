import type { FlattenedField, PayloadRequest, Where } from 'payload'

import { personOf } from '@/src/access/roles'
import type { ListColumn } from '@/src/domain/lists/column'
import type { Condition, ListQuestion } from '@/src/domain/lists/address'
import { asCodes, askedInWords } from '@/src/domain/lists/askedInWords'
import { quickFiltersOf } from '@/src/domain/lists/quickFilters'
import { isLookupKind } from '@/src/domain/lookup/kinds'
import { wordsTyped } from '@/src/domain/lookup/typed'
import { reasonsMeant } from '@/src/domain/words/auditWords'
import { now } from '@/src/engine/clock'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { languageOf } from '@/src/engine/refusal'
import { type Asked, isNumbered } from '@/src/ledger/lists/found'
import type { Listed } from '@/src/ledger/lists/listed'
import { idsTyped } from '@/src/questions/lookup/lookup'

/** Records of a kind that a typed word may mean; more would not narrow anything. */
const mostMeant = 500

const asWhere = (condition: Condition): Where => condition as Where
const nothing: Where = { id: { in: [] } }

/** The rows of a collection that this person reads; null when he reads none. */
export async function readable(req: PayloadRequest, slug: string): Promise<Where | null> {
  const { read } = req.payload.collections[collectionNamed(req, slug)].config.access
  const answer = await read({ req })
  return answer === true ? {} : answer === false ? null : answer
}

const named = (fields: readonly FlattenedField[], name: string): FlattenedField | undefined => fields.find((field) => field.name === name)
const leadsTo = (field: FlattenedField | undefined, slug: string): boolean =>
  field?.type === 'relationship' && field.relationTo === slug && field.hasMany !== true

/** Each word typed must lead to the row: by its number, its customer, or an item in it. */
async function wordsAsked(req: PayloadRequest, fields: readonly FlattenedField[], text: string): Promise<Asked[]> {
  const lines = named(fields, 'lines')
  const inLines = lines && 'flattenedFields' in lines ? lines.flattenedFields : []
  const columns = {
    customer: leadsTo(named(fields, 'customer'), 'customers'),
    item: leadsTo(named(fields, 'item'), 'items'),
    lineItem: leadsTo(named(inLines, 'item'), 'items'),
  }
  return Promise.all(
    wordsTyped(text).map(async (word): Promise<Asked> => {
      const [customers, items] = await Promise.all([
        columns.customer ? idsTyped(req, 'customers', word, mostMeant) : [],
        columns.item || columns.lineItem ? idsTyped(req, 'items', word, mostMeant) : [],
      ])
      return { word, customers, items, columns }
    }),
  )
}

/** Lists without numbers: by what they are looked up by, else by the texts that their collection names and the records in their columns. */
async function textWhere(req: PayloadRequest, slug: string, text: string, columns: readonly ListColumn[]): Promise<Where> {
  if (isLookupKind(slug)) return { id: { in: await idsTyped(req, slug, text, mostMeant) } }
  const { listSearchableFields } = req.payload.collections[collectionNamed(req, slug)].config.admin
  const named = columns.filter(({ name }) => listSearchableFields?.includes(name))
  // a word of the house is looked for as it is read, whatever code stands for it
  const spoken = named.flatMap(({ name, options = [], speaks }): Where[] => {
    if (speaks === 'reasons') return asCodes(name, reasonsMeant(text, languageOf(req))).map(asWhere)
    const wanted = text.toLowerCase()
    const codes = options.flatMap(({ value, label }) => (label.toLowerCase().includes(wanted) ? [value] : []))
    return codes.length > 0 ? [{ [name]: { in: codes } }] : []
  })
  const texts = (listSearchableFields ?? []).filter((name) => columns.some((column) => column.name === name && column.kind === 'text'))
  const records = await Promise.all(
    columns.map(async ({ name, kind, relation = '' }): Promise<Where[]> => {
      if (kind !== 'record' || !isLookupKind(relation)) return []
      const ids = await idsTyped(req, relation, text, mostMeant)
      return ids.length > 0 ? [{ [name]: { in: ids } }] : []
    }),
  )
  const either = [...texts.map((name): Where => ({ [name]: { like: text } })), ...spoken, ...records.flat()]
  return either.length > 0 ? { or: either } : nothing
}

export const quickOf = (req: PayloadRequest, slug: string, columns: readonly ListColumn[]) =>
  quickFiltersOf({
    slug,
    me: personOf(req.user)?.id ?? 0,
    today: now(req).date,
    now: now(req).instant,
    fields: new Set(columns.map(({ name }) => name)),
  })

/** A person's own condition is put to the collection first, with nothing to find: what is asked wrongly or of what he may not read is refused. */
async function judged(req: PayloadRequest, slug: string, where: Condition): Promise<Condition> {
  await req.payload.find({
    collection: collectionNamed(req, slug),
    where: { and: [asWhere(where), { id: { equals: 1 } }, { id: { equals: 2 } }] },
    select: {},
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return where
}

type Asking = Pick<ListQuestion, 'search' | 'quick' | 'status' | 'where'>

/** The rows a question asks for, this person's rights in it; null when he reads no row of the list. */
export async function listedBy(
  req: PayloadRequest,
  slug: string,
  question: Asking,
  columns: readonly ListColumn[],
): Promise<Listed | null> {
  const reach = await readable(req, slug)
  if (reach === null) return null
  const fields = req.payload.collections[collectionNamed(req, slug)].config.flattenedFields
  const spoken = new Set(columns.flatMap(({ name, speaks }) => (speaks === 'reasons' ? [name] : [])))
  const meant = (text: string): string[] => reasonsMeant(text, languageOf(req))
  const conditions: Where[] = [reach]
  if (question.where) conditions.push(asWhere(askedInWords(await judged(req, slug, question.where), { fields: spoken, meant })))
  const found: Asked[] = []
  for (const { key, meant } of quickOf(req, slug, columns)) {
    if (!question.quick.includes(key)) continue
    if ('late' in meant) found.push({ late: now(req).date })
    else conditions.push(asWhere(meant.where))
  }
  const states = columns.find(({ name }) => name === 'status')?.options
  if (states && question.status.length > 0)
    conditions.push({ status: { in: question.status.filter((state) => states.some(({ value }) => value === state)) } })
  if (question.search !== '') {
    const isAskable = wordsTyped(question.search).length > 0
    if (!isAskable) conditions.push(nothing)
    else if (isNumbered(slug)) found.push(...(await wordsAsked(req, fields, question.search)))
    else conditions.push(await textWhere(req, slug, question.search, columns))
  }
  const asked = conditions.filter((condition) => Object.keys(condition).length > 0)
  return { slug, fields, where: asked.length > 0 ? { and: asked } : {}, found }
}
