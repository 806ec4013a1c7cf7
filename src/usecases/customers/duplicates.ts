import { setImmediate as turn } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'

import { type CustomerKey, customerKeys, type Recognised, sameCustomer } from '@/src/domain/customers/customerKeys'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { textIn } from '@/src/domain/kernel/textOf'
import {
  customersWithKeys,
  keylessCustomers,
  type KeyFound,
  keysRewritten,
  keysWritten,
  rememberKeys,
  type WantedKey,
} from '@/src/ledger/customerKeys'

import { findRecords } from '@/src/engine/documents/findRecords'
import { readableIds } from '@/src/engine/documents/storedRecords'
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
  const read = new Set<number>()
  for (let at = 0; at < ids.length; at += 1000) for (const id of await readableIds(req, 'customers', ids.slice(at, at + 1000))) read.add(id)
  return read
}

const mostNamed = 10

/** Whose key it is; `among`: one of those that are written together. */
type Known = KeyFound & { among: boolean }

const isMerged = (record: Values | undefined): boolean => idOf(record?.['mergedInto']) !== null

const warningOf = ({ kind, path, value }: CustomerKey, codes: readonly string[]): Finding => ({
  code: 'DUPLICATE',
  severity: 'warning',
  path,
  facts: { field: kind, value, codes: codes.slice(0, mostNamed), ...(codes.length > mostNamed ? { count: codes.length } : {}) },
})

const placeOf = ({ kind, key }: Pick<CustomerKey, 'kind' | 'key'>): string => `${kind} ${key}`

/** Each key once, and of one that a single customer has here: of others only. */
function wantedKeys(selves: ReadonlyArray<number | null>, keyed: ReadonlyArray<readonly CustomerKey[]>): Map<string, WantedKey> {
  const wanted = new Map<string, WantedKey>()
  for (const [index, keys] of keyed.entries())
    for (const { kind, key } of keys) {
      const at = placeOf({ kind, key })
      wanted.set(at, { kind, key, except: wanted.has(at) ? null : (selves[index] ?? null) })
    }
  return wanted
}

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
  const selves = records.map((record) => own ?? idOf(record['id']))
  const found = await customersWithKeys(req, [...wantedKeys(selves, keyed).values()])
  const readable = await readableOf(req, found)
  const byKey = new Map<string, Known[]>()
  const note = (at: string, entry: Known): void => {
    const others = byKey.get(at)
    if (others) others.push(entry)
    else byKey.set(at, [entry])
  }
  for (const entry of found) if (readable.has(entry.customer)) note(placeOf(entry), { ...entry, among: false })
  const told = new Set<number>()
  return keyed.map((keys, index) => {
    const self = selves[index] ?? null
    // what an earlier one among them says now counts, not what it said
    const isOther = ({ customer, among }: Known): boolean => customer !== self && (among || !told.has(customer))
    const warnings: Finding[] = []
    const places = keys.map(placeOf)
    for (const [at, key] of keys.entries()) {
      const others = byKey.get(places[at] ?? '')?.filter((other) => isOther(other) && sameCustomer(key, other)) ?? []
      const codes = others.sort((one, other) => one.customer - other.customer).map((other) => other.code)
      if (codes.length > 0) warnings.push(warningOf(key, [...new Set(codes)]))
    }
    const code = String(records[index]?.['code'] ?? '')
    if (!isMerged(records[index]))
      for (const [at, { kind, key, province, city }] of keys.entries())
        note(places[at] ?? '', { kind, key, province, city, code, customer: self ?? Number.MAX_SAFE_INTEGER, among: true })
    if (self !== null) told.add(self)
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
 * The same for many customers: each is told of its likes before it is written, and known by its own keys after, which are found once and made
 * ready before it is their turn.
 */
async function meetCustomers(req: PayloadRequest, records: readonly Doc[]) {
  const keyed: CustomerKey[][] = []
  for (const [index, record] of records.entries()) {
    if (index % recordsATurn === recordsATurn - 1) await turn()
    keyed.push(keysOf(record))
  }
  return {
    keyed: records.map(({ id }, index) => ({ id, keys: keyed[index] ?? [] })),
    warnings: async (): Promise<Finding[][]> =>
      (await duplicateWarnings(req, records, null, keyed)).map((found) => spoken(found, req, 'customers')),
  }
}

/** Of new ones, and what writes their keys. */
export async function meetNewCustomers(req: PayloadRequest, records: readonly Doc[]) {
  const { keyed, warnings } = await meetCustomers(req, records)
  return { warnings, written: keysWritten(keyed) }
}

/** Of those that were there before. */
export async function meetChangedCustomers(req: PayloadRequest, records: readonly Doc[]) {
  const { keyed, warnings } = await meetCustomers(req, records)
  return { checks: warnings, written: keysRewritten(keyed) }
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
