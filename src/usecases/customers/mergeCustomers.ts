import type { PayloadRequest } from 'payload'

import { decideMerge, type Merging } from '@/src/domain/customers/decideMerge'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { d } from '@/src/domain/kernel/decimal'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import { noted } from '@/src/domain/control/noted'
import { policyKeyOf } from '@/src/domain/pricing/policyKey'
import { append, creditPart } from '@/src/ledger/append'
import { moveReceivables } from '@/src/ledger/changePayer'
import { lockCreditObjects } from '@/src/ledger/locks'
import {
  creditHeldBy,
  hasToLeave,
  inReceivables,
  lockMerging,
  moveDocuments,
  type MovedRow,
  movePolicies,
  policiesOf,
  type PolicyRow,
  unfinishedOf,
} from '@/src/ledger/mergeCustomers'
import type { CreditTarget } from '@/src/ledger/postings'
import { joinTree } from '@/src/ledger/trees'

import { writeAudits } from '@/src/engine/audit'
import { now } from '@/src/engine/clock'
import { findDocument } from '@/src/engine/documents/findDocument'
import { forgetMasters } from '@/src/engine/masters'
import { refusal } from '@/src/engine/refusal'

import { decidedAboutCustomer, movedWithCustomer } from './placesOfCustomers'
import { weighPayer } from './weighPayer'

const joined = { zh: '并入的客户', en: 'Customer that joined' } as const

type Asked = { req: PayloadRequest; from: number; into: number; reason: string }

const keyUnder = (row: PolicyRow, customer: number): string => policyKeyOf({ ...row, customer })

/** Prices of the former that the latter has his own for: nobody can say which of the two was meant. */
function doublePolicies(rows: readonly PolicyRow[], { from, into }: { from: number; into: number }): Array<{ id: number; about: string }> {
  const kept = new Set(rows.filter(({ customer }) => customer === into).map((row) => keyUnder(row, into)))
  return rows
    .filter((row) => row.customer === from && kept.has(keyUnder(row, into)))
    .map(({ id, item, itemCategory }) => ({ id, about: `price-policies/${id} ${String(item ?? itemCategory ?? '')}`.trim() }))
}

const handedOver = (entry: CreditTarget, to: number): CreditTarget[] => [
  { ...entry, amount: d(entry.amount).neg().toString() },
  { ...entry, object: { kind: 'customers', id: to } },
]

async function moveBooks({ req, from, into }: Asked, held: readonly CreditTarget[], moved: readonly MovedRow[]): Promise<void> {
  const { date, instant: at } = now(req)
  const versions = new Map(moved.map(({ slug, id, version }) => [`${slug}/${id}`, version]))
  for (const [of, entries] of groupBy(held, ({ source }) => `${source.slug}/${source.id}`)) {
    const [first] = entries
    if (!first) continue
    const cause = { ...first.source, version: versions.get(of) ?? 1, date, at }
    await append(req, [
      creditPart(
        entries.flatMap((entry) => handedOver(entry, into)),
        cause,
      ),
    ])
  }
  await moveReceivables({ req, documents: await inReceivables(req, from), payer: into, date })
}

type Row = Record<string, unknown>
const rowsOf = (record: Row, list: string): Row[] => (Array.isArray(record[list]) ? (record[list] as Row[]) : [])

/** Rows of the former that the latter has not yet, with ids of their own. */
function added(record: Row, other: Row, list: string, by: readonly string[]): Row[] {
  const keyOf = (row: Row): string => by.map((field) => String(row[field] ?? '').trim()).join('|')
  const known = new Set(rowsOf(record, list).map(keyOf))
  return rowsOf(other, list)
    .filter((row) => !known.has(keyOf(row)))
    .map(({ id: _id, ...row }) => ({ ...row, main: false }))
}

/** Contacts, addresses and titles of the former beside those of the latter; the former ends, and says which one goes on. */
async function joinRecords({ req, from, into }: Asked): Promise<void> {
  const [ends, stays] = [
    await findDocument({ req, slug: 'customers', id: from, overrideAccess: true }),
    await findDocument({ req, slug: 'customers', id: into, overrideAccess: true }),
  ]
  if (!ends || !stays) throw new Error(`Customer ${from} or ${into} vanished`)
  const titleOf = (record: Row): Row => ({ title: record['invoiceTitle'] || record['name'], taxNo: record['taxNo'], bank: record['bank'], bankAccount: record['bankAccount'], address: record['invoiceAddress'], phone: record['invoicePhone'] }) // prettier-ignore
  const withTitles = (record: Row): Row => ({ ...record, invoiceTitles: rowsOf(record, 'invoiceTitles').length > 0 ? record['invoiceTitles'] : [{ ...titleOf(record), main: true }] }) // prettier-ignore
  const titles = added(withTitles(stays), withTitles(ends), 'invoiceTitles', ['title', 'taxNo'])
  const lists = {
    contacts: [...rowsOf(stays, 'contacts'), ...added(stays, ends, 'contacts', ['name', 'phone'])],
    addresses: [...rowsOf(stays, 'addresses'), ...added(stays, ends, 'addresses', ['address'])],
    ...(titles.length > 0 ? { invoiceTitles: [...rowsOf(withTitles(stays), 'invoiceTitles'), ...titles] } : {}),
  }
  await req.payload.update({
    collection: 'customers',
    id: from,
    data: { status: 'disabled', mergedInto: into, billTo: null },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await req.payload.update({ collection: 'customers', id: into, data: lists, depth: 0, overrideAccess: true, req })
}

export type Merge = { moved: MovedRow[]; warnings: Finding[] }

/**
 * Two records of one customer become one (合并客户), in one transaction: documents, books, credit, receivables, last prices and price policies of the former are the
 * latter's, contacts, addresses, titles and notes stand beside his; the former ends with a pointer to him. The latter's credit is asked with all of it.
 */
export async function mergeCustomers(asked: Asked): Promise<Merge> {
  const { req, from, into, reason } = asked
  await joinTree(req, 'customer-categories') // as every save of a customer does, before the records
  const rows = await lockMerging(req, [from, into])
  const party = (id: number): Merging => {
    const found = rows.find((row) => row.id === id)
    if (!found) throw new Error(`Customer ${id} vanished`)
    return found
  }
  const policies = await policiesOf(req, [from, into])
  const begins = await hasToLeave(req, from)
  const findings = decideMerge({
    ...{ from: party(from), into: party(into), begins },
    unfinished: await unfinishedOf(req, from, decidedAboutCustomer(req)),
    policies: doublePolicies(policies, asked),
  })
  if (errorsIn(findings).length > 0) throw refusal(findings, req)
  const moved = await moveDocuments(req, { from, into, places: movedWithCustomer(req) })
  await lockCreditObjects({ req, objects: [from, into].map((id) => ({ kind: 'customers' as const, id })) })
  const held = await creditHeldBy(req, from)
  const weighed = await weighPayer({ req, payer: into, moved: held, makesDebt: begins, path: 'into' })
  if (errorsIn(weighed).length > 0) throw refusal(weighed, req)
  await moveBooks(asked, held, moved)
  await movePolicies(
    req,
    policies.filter(({ customer }) => customer === from).map((row) => ({ id: row.id, key: keyUnder(row, into) })),
    into,
  )
  await forgetMasters(req)
  await joinRecords(asked)
  const [was, is] = [party(from), party(into)]
  const changes = [{ path: 'customer', before: from, after: into }]
  await writeAudits(req, [
    { slug: 'customers', documentId: from, no: was.code, verb: 'merge', changes: [{ path: 'mergedInto', before: null, after: into }], reason },
    { slug: 'customers', documentId: into, no: is.code, verb: 'merge', changes: [noted('merged', joined, `${was.code} ${was.name}`)], reason },
    ...moved.map(({ slug, id, no, version }) => ({ slug, documentId: id, no, verb: 'merge' as const, version, changes, reason })),
  ]) // prettier-ignore
  return { moved, warnings: [...findings, ...weighed] }
}
