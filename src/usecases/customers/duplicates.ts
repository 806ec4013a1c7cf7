import { setImmediate as turn } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'

import { type CustomerKey, customerKeys, sameCustomer } from '@/src/domain/customers/customerKeys'
import type { Finding } from '@/src/domain/kernel/decision'
import { textIn } from '@/src/domain/kernel/textOf'
import { customersWithKeys, keylessCustomers, type KeyFound, keysWritten, rememberKeys } from '@/src/ledger/customerKeys'

import { findRecords } from '@/src/engine/documents/findRecords'
import { spoken } from '@/src/engine/refusal'

import { simplified } from './simplified'

type Values = Record<string, unknown>
type Doc = Values & { id: number }

const rows = (record: Values, list: string): Values[] => (Array.isArray(record[list]) ? (record[list] as Values[]) : [])

/** What this customer is recognised by. */
const keysOf = (record: Values): CustomerKey[] =>
  customerKeys(
    {
      names: [
        { path: 'name', value: textIn(record['name']) },
        { path: 'invoiceTitle', value: textIn(record['invoiceTitle']) },
        ...rows(record, 'invoiceTitles').map((row, index) => ({ path: `invoiceTitles.${index}.title`, value: textIn(row['title']) })),
      ],
      taxNos: [
        { path: 'taxNo', value: textIn(record['taxNo']) },
        ...rows(record, 'invoiceTitles').map((row, index) => ({ path: `invoiceTitles.${index}.taxNo`, value: textIn(row['taxNo']) })),
      ],
      phones: [
        ...rows(record, 'contacts').map((row, index) => ({ path: `contacts.${index}.phone`, value: textIn(row['phone']) })),
        { path: 'invoicePhone', value: textIn(record['invoicePhone']) },
        ...rows(record, 'addresses').map((row, index) => ({ path: `addresses.${index}.phone`, value: textIn(row['phone']) })),
      ],
    },
    simplified,
  )

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
  const note = (entry: Pick<KeyFound, 'kind' | 'key' | 'province' | 'city' | 'code'>): void => {
    const at = `${entry.kind} ${entry.key}`
    const others = byKey.get(at)
    if (others) others.push(entry)
    else byKey.set(at, [entry])
  }
  for (const entry of found) if (readable.has(entry.customer)) note(entry)
  return keyed.map((keys, index) => {
    const warnings = keys.flatMap((key): Finding[] => {
      const codes = (byKey.get(`${key.kind} ${key.key}`) ?? []).filter((other) => sameCustomer(key, other)).map(({ code }) => code)
      return codes.length === 0 ? [] : [warningOf(key, [...new Set(codes)])]
    })
    for (const key of keys) note({ ...key, code: String(records[index]?.['code'] ?? '') })
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
const recordsATurn = 20

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
