import { setImmediate as turn } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'

import { type CustomerKey, customerKeys, type Recognised, sameCustomer } from '@/src/domain/customers/customerKeys'
import type { Finding } from '@/src/domain/kernel/decision'
import { textIn } from '@/src/domain/kernel/textOf'
import { customersWithKeys, keylessCustomers, type KeyFound, keysWritten, rememberKeys } from '@/src/ledger/customerKeys'

import { findRecords } from '@/src/engine/documents/findRecords'
import { spoken } from '@/src/engine/refusal'

import { simplified } from './simplified'

type Values = Record<string, unknown>
type Doc = Values & { id: number }

/** What one field says; nothing of most. */
function said(marks: Recognised[], record: Values, field: string): void {
  const value = textIn(record[field])
  if (value) marks.push({ path: field, value })
}

/** The same of each row of a list. */
function saidInRows(marks: Recognised[], record: Values, list: string, field: string): void {
  const rows = record[list]
  if (!Array.isArray(rows)) return
  for (let index = 0; index < rows.length; index += 1) {
    const value = textIn((rows[index] as Values)[field])
    if (value) marks.push({ path: `${list}.${index}.${field}`, value })
  }
}

/** What this customer is recognised by. */
function keysOf(record: Values): CustomerKey[] {
  const [names, taxNos, phones]: [Recognised[], Recognised[], Recognised[]] = [[], [], []]
  said(names, record, 'name')
  said(names, record, 'invoiceTitle')
  saidInRows(names, record, 'invoiceTitles', 'title')
  said(taxNos, record, 'taxNo')
  saidInRows(taxNos, record, 'invoiceTitles', 'taxNo')
  saidInRows(phones, record, 'contacts', 'phone')
  said(phones, record, 'invoicePhone')
  saidInRows(phones, record, 'addresses', 'phone')
  return customerKeys({ names, taxNos, phones }, simplified)
}

/** Of the customers found, those this person reads; the house reads all. */
async function readableOf(req: PayloadRequest, found: readonly KeyFound[]): Promise<Set<number>> {
  const ids = [...new Set(found.map(({ customer }) => customer))]
  if (!req.user) return new Set(ids)
  const read = new Set<number>()
  for (let at = 0; at < ids.length; at += 1000) {
    const where = { id: { in: ids.slice(at, at + 1000) } }
    for (const { id } of await findRecords({ req, slug: 'customers', where, fields: ['code'], limit: 1000, overrideAccess: false }))
      read.add(id)
  }
  return read
}

const mostNamed = 10

const warningOf = ({ kind, path, value }: CustomerKey, codes: readonly string[]): Finding => ({
  code: 'DUPLICATE',
  severity: 'warning',
  path,
  facts: { field: kind, value, codes: codes.slice(0, mostNamed), ...(codes.length > mostNamed ? { count: codes.length } : {}) },
})

/**
 * What in each of these records is also that of another customer: of one there is, as far as this person may read it, or of an earlier one
 * among them. Told, not forbidden. One statement for any number of records.
 */
export async function duplicateWarnings(
  req: PayloadRequest,
  records: readonly Values[],
  own: number | null,
  keyed: ReadonlyArray<readonly CustomerKey[]> = records.map(keysOf),
): Promise<Finding[][]> {
  const found = await customersWithKeys(req, keyed.flat(), own)
  const readable = await readableOf(req, found)
  const byKey = new Map<string, Array<Pick<KeyFound, 'kind' | 'key' | 'province' | 'city' | 'code'>>>()
  const note = (at: string, entry: Pick<KeyFound, 'kind' | 'key' | 'province' | 'city' | 'code'>): void => {
    const others = byKey.get(at)
    if (others) others.push(entry)
    else byKey.set(at, [entry])
  }
  for (const entry of found) if (readable.has(entry.customer)) note(`${entry.kind} ${entry.key}`, entry)
  return keyed.map((keys, index) => {
    const warnings: Finding[] = []
    const places = keys.map(({ kind, key }) => `${kind} ${key}`)
    for (const [at, key] of keys.entries()) {
      const codes = byKey.get(places[at] ?? '')?.flatMap((other) => (sameCustomer(key, other) ? [other.code] : [])) ?? []
      if (codes.length > 0) warnings.push(warningOf(key, [...new Set(codes)]))
    }
    const code = String(records[index]?.['code'] ?? '')
    for (const [at, { kind, key, province, city }] of keys.entries()) note(places[at] ?? '', { kind, key, province, city, code })
    return warnings
  })
}

/** The same in words, as the record keeps them. */
export async function spokenDuplicates(req: PayloadRequest, records: readonly Values[], own: number | null = null): Promise<Finding[][]> {
  return (await duplicateWarnings(req, records, own)).map((warnings) => spoken(warnings, req, 'customers'))
}

/** Customers were saved: from now on others are held against what they say now. */
export const rememberCustomerKeys = (req: PayloadRequest, docs: readonly Doc[]): Promise<void> =>
  rememberKeys(
    req,
    docs.map((doc) => ({ id: doc.id, keys: keysOf(doc) })),
  )

/** So many customers are recognised before others are served. */
const recordsATurn = 5

/**
 * The same for many new customers: each is told of its likes before it is written, and known by its own keys after, which are found once and
 * made ready before it is their turn.
 */
export async function meetNewCustomers(req: PayloadRequest, records: readonly Doc[]) {
  const keyed: CustomerKey[][] = []
  for (const [index, record] of records.entries()) {
    if (index % recordsATurn === recordsATurn - 1) await turn()
    keyed.push(keysOf(record))
  }
  const written = keysWritten(records.map(({ id }, index) => ({ id, keys: keyed[index] ?? [] })))
  return {
    warnings: async (): Promise<Finding[][]> =>
      (await duplicateWarnings(req, records, null, keyed)).map((found) => spoken(found, req, 'customers')),
    written,
  }
}

const portion = 1000

/** One portion of the customers that nobody saved here; says the last of them, null when there is none left. */
export async function rememberKeysAfter(req: PayloadRequest, after: number): Promise<number | null> {
  const ids = await keylessCustomers(req, after, portion)
  if (ids.length === 0) return null
  const docs = await findRecords({ req, slug: 'customers', where: { id: { in: ids } }, limit: portion, overrideAccess: true })
  await rememberCustomerKeys(req, docs)
  return ids.at(-1) ?? null
}
