import type { PayloadRequest, Where } from 'payload'

import { personOf } from '@/src/access/roles'
import { idOf } from '@/src/domain/kernel/idOf'
import { type Found, type LookupKind, lookupKinds } from '@/src/domain/lookup/kinds'
import { folded, wordsTyped } from '@/src/domain/lookup/typed'
import { dataScopeOf, warehousesOf } from '@/src/domain/people/reach'
import { maySee } from '@/src/domain/people/sight'
import { foundIds, freeOf, lastSold } from '@/src/ledger/facts/lookup'
import { ownerWord } from '@/src/ledger/lookupWords'
import { findRecords } from '@/src/engine/documents/findRecords'

type Doc = {
  id: number
  code?: string
  name?: string
  unit?: string
  customerCodes?: Array<{ customer?: unknown; code?: string | null }> | null
}

/** The words of whose records a person is limited to; null when he sees them all. Only customers have an owner. */
function ownersFor(req: PayloadRequest, kind: LookupKind): string[] | null {
  const person = personOf(req.user)
  if (!person) return []
  const scope = dataScopeOf(person)
  if (kind !== 'customers' || scope === 'all') return null
  const department = scope === 'department' ? idOf(person.department) : null
  return [ownerWord('person', person.id), ...(department === null ? [] : [ownerWord('department', department)])]
}

/** Those of the records that this person may read, in the order given. Who may read what is said by the collection, here as everywhere. */
async function readable(req: PayloadRequest, kind: LookupKind, where: Where, limit: number): Promise<Doc[]> {
  return findRecords({ req, slug: kind, where, limit, overrideAccess: false })
}

/** The records with every word of a text that this person may know of: for questions about what names them. */
export async function idsTyped(req: PayloadRequest, kind: LookupKind, text: string, limit: number): Promise<number[]> {
  const words = wordsTyped(text)
  return words.length === 0 ? [] : foundIds(req, { kind, typed: folded(text), words, owners: ownersFor(req, kind), limit })
}

const told = (kind: LookupKind, doc: Doc, exact: boolean): Found => {
  const { code, detail } = lookupKinds[kind]
  const text = (field: string | null): string => (field ? String((doc as Record<string, unknown>)[field] ?? '') : '')
  return {
    id: doc.id,
    code: text(code),
    name: doc.name ?? '',
    detail: text(detail),
    exact,
    ...(kind === 'items' && doc.unit ? { unit: doc.unit } : {}),
  }
}

/** Whether a customer calls this item by what was typed. */
const isTheirCode = ({ customerCodes }: Doc, typed: string, customer: number | null): boolean =>
  customer !== null && (customerCodes ?? []).some((own) => idOf(own.customer) === customer && folded(own.code ?? '') === typed)

/** `all`: also what is no longer chosen, for questions about the past. */
type Question = { kind: LookupKind; typed: string; customer: number | null; limit: number; all?: boolean }

/** The records that answer to what was typed, the exact one first and said to be so. */
export async function lookup(req: PayloadRequest, { kind, typed: text, customer, limit, all = false }: Question): Promise<Found[]> {
  const typed = folded(text)
  const words = wordsTyped(text)
  if (typed !== '' && words.length === 0) return []
  const ids = await foundIds(req, { kind, typed, words, owners: ownersFor(req, kind), limit: Math.max(50, limit * 4) })
  const docs = await readable(req, kind, { and: [{ id: { in: ids } }, ...(all ? [] : stillChosen(kind))] }, ids.length)
  const byId = new Map(docs.map((doc) => [doc.id, doc]))
  const rows = ids.flatMap((id) => byId.get(id) ?? [])
  // a code is exact before the customer's own code is, and that before a name
  const exact =
    [
      rows.filter((doc) => folded(doc.code ?? '') === typed),
      rows.filter((doc) => isTheirCode(doc, typed, customer)),
      rows.filter((doc) => folded(doc.name ?? '') === typed),
    ].find((found) => found.length > 0) ?? []
  const isExact = (doc: Doc): boolean => exact.length === 1 && exact[0] === doc
  const sorted = typed === '' ? rows : [...rows].sort((one, other) => Number(isExact(other)) - Number(isExact(one)))
  const shown = sorted.slice(0, limit).map((doc) => told(kind, doc, typed !== '' && isExact(doc)))
  return kind === 'items' ? withLastSold(req, await withFree(req, kind, shown), customer) : shown
}

function stillChosen(kind: LookupKind): Where[] {
  const chosen = lookupKinds[kind]
  return 'retired' in chosen ? [{ [chosen.retired.field]: { not_equals: chosen.retired.value } }] : []
}

async function withFree(req: PayloadRequest, kind: LookupKind, rows: Found[]): Promise<Found[]> {
  if (kind !== 'items' || rows.length === 0) return rows
  const free = await freeOf(
    req,
    rows.map(({ id }) => id),
    warehousesOf(personOf(req.user)),
  )
  return rows.map((row) => ({ ...row, available: free.get(row.id) ?? 0 }))
}

/** With what this customer paid last, for whoever reads prices and the customer. */
async function withLastSold(req: PayloadRequest, rows: Found[], customer: number | null): Promise<Found[]> {
  if (customer === null || rows.length === 0 || !maySee(personOf(req.user), 'price')) return rows
  const [known] = await findRecords({
    req,
    slug: 'customers',
    where: { id: { equals: customer } },
    fields: [],
    limit: 1,
    overrideAccess: false,
  })
  if (!known) return rows
  const sold = await lastSold(
    req,
    rows.map(({ id }) => id),
    customer,
  )
  return rows.map((row) => {
    const last = sold.get(row.id)
    return last ? { ...row, lastPrice: last.price, lastUnit: last.unit ?? '', lastCurrency: last.currency, lastDate: last.date } : row
  })
}

/** The names of records that are chosen already. One that may not be read has none. */
export async function namesOf(req: PayloadRequest, kind: LookupKind, ids: readonly number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const docs = await readable(req, kind, { id: { in: [...new Set(ids)] } }, ids.length)
  return docs.map((doc) => told(kind, doc, false))
}

/** What rows of a spreadsheet mean: a text is a code, the customer's own code, or the one name that reads so; else nothing is guessed. */
export async function matches(
  req: PayloadRequest,
  { kind, texts, customer }: { kind: LookupKind; texts: readonly string[]; customer: number | null },
): Promise<Record<string, Found>> {
  const wanted = [...new Set(texts.map((text) => text.trim()).filter(Boolean))]
  const { code } = lookupKinds[kind]
  const either: Where[] = [
    ...(code ? [{ [code]: { in: [...new Set(wanted.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]))] } }] : []),
    { name: { in: wanted } },
    ...(kind === 'items' && customer !== null ? [{ 'customerCodes.code': { in: wanted } }] : []),
  ]
  if (wanted.length === 0) return {}
  const docs = await readable(req, kind, { and: [{ or: either }, ...stillChosen(kind)] }, wanted.length * 4)
  return Object.fromEntries(
    wanted.flatMap((text) => {
      const typed = folded(text)
      const meant = [
        docs.filter((doc) => folded(doc.code ?? '') === typed),
        docs.filter((doc) => isTheirCode(doc, typed, customer)),
        docs.filter((doc) => folded(doc.name ?? '') === typed),
      ].find((found) => found.length > 0)
      return meant?.length === 1 ? [[text, told(kind, meant[0] as Doc, true)]] : []
    }),
  )
}
