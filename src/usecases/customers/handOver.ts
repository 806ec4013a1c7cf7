import type { PayloadRequest } from 'payload'

import { decideHandOver, type Successor } from '@/src/domain/customers/decideHandOver'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { d } from '@/src/domain/kernel/decimal'
import { idOf } from '@/src/domain/kernel/idOf'
import { dataScopeOf } from '@/src/domain/people/reach'
import { append, creditPart } from '@/src/ledger/append'
import {
  creditOfOrders,
  giveCustomers,
  giveDocuments,
  giveSteps,
  type HandedCustomer,
  type HandedDocument,
  holdCustomers,
} from '@/src/ledger/handOver'
import type { CreditTarget } from '@/src/ledger/postings'
import { joinTree } from '@/src/ledger/trees'

import { actorOf } from '@/src/engine/actor'
import { writeAudits } from '@/src/engine/audit'
import { now } from '@/src/engine/clock'
import { forgetMasters } from '@/src/engine/masters'
import { refusal } from '@/src/engine/refusal'

import { notify, peopleById } from '../control/notify'

/** What the payer owes for a line stands with salesperson and department as well: out of the former ones' books, into the new ones'. */
function restated(entry: CreditTarget, to: { salesperson: number; department: number | null }): CreditTarget[] {
  if (entry.object.kind !== 'customers') return [{ ...entry, amount: d(entry.amount).neg().toString() }]
  const owners: CreditTarget['object'][] = [
    { kind: 'users', id: to.salesperson },
    ...(to.department === null ? [] : [{ kind: 'departments' as const, id: to.department }]),
  ]
  return owners.map((object) => ({ ...entry, object }))
}

async function moveCredit(
  req: PayloadRequest,
  documents: readonly HandedDocument[],
  to: { salesperson: number; department: number | null },
): Promise<void> {
  const orders = documents.filter(({ slug }) => slug === 'orders')
  const held = groupBy(await creditOfOrders(req, orders.map(({ id }) => id)), ({ source }) => String(source.id)) // prettier-ignore
  const { date, instant: at } = now(req)
  for (const { slug, id, version } of orders) {
    const entries = (held.get(String(id)) ?? []).flatMap((entry) => restated(entry, to))
    await append(req, [creditPart(entries, { slug, id, version, date, at })])
  }
}

const changesTo = (
  before: { salesperson: number | null; department: number | null },
  to: { salesperson: number; department: number | null },
) =>
  (['salesperson', 'department'] as const)
    .filter((field) => before[field] !== to[field])
    .map((path) => ({ path, before: before[path], after: to[path] }))

/** Both are told: who has them now, and who had them. */
async function tell(
  req: PayloadRequest,
  { customers, to, note }: { customers: readonly HandedCustomer[]; to: Successor; note: string },
): Promise<void> {
  const [first] = customers
  if (!first) return
  const former = [...new Set(customers.flatMap(({ salesperson }) => (salesperson === null || salesperson === to.id ? [] : [salesperson])))]
  const names = customers.slice(0, 5).map(({ name }) => name)
  const more = customers.length > names.length
  const text = {
    zh: `${names.join('、')}${more ? ` 等 ${customers.length} 家` : ''} → ${to.name}。${note}`,
    en: `${names.join(', ')}${more ? ` and others, ${customers.length} in all` : ''} → ${to.name}. ${note}`,
  }
  await notify({
    req,
    people: await peopleById(req, [to.id, ...former]),
    kind: 'customersHandedOver',
    key: `hand-over-${first.id}-${first.version + 1}`,
    title: { zh: `客户移交 ${customers.length} 家`, en: `${customers.length} customers handed over` },
    text,
    related: { slug: 'customers', id: first.id },
  })
}

export type HandedOver = { customers: HandedCustomer[]; documents: HandedDocument[]; steps: number }

/**
 * Somebody else is responsible for customers from now on (移交客户), with a note; open orders, quotes and next steps go along where that is
 * asked. All of them or none. Deliveries and invoices keep whose sale they were.
 */
export async function handOver({
  req,
  customers: ids,
  to,
  note,
  withOpen,
}: {
  req: PayloadRequest
  customers: readonly number[]
  to: Successor
  note: string
  withOpen: boolean
}): Promise<HandedOver> {
  const actor = actorOf(req)
  const within = actor && dataScopeOf(actor) !== 'all' ? (idOf(actor.department) ?? 0) : null
  const findings = decideHandOver({ to, within })
  if (findings.length > 0) throw refusal(findings, req)
  await joinTree(req, 'customer-categories')
  const held = (await holdCustomers(req, ids)).filter(
    ({ salesperson, department }) => salesperson !== to.id || department !== to.department,
  )
  const owner = { salesperson: to.id, department: to.department }
  const given = held.map(({ id }) => id)
  await giveCustomers(req, given, owner)
  const documents = withOpen ? await giveDocuments(req, given, owner) : []
  await moveCredit(req, documents, owner)
  const from = [...new Set(held.flatMap(({ salesperson }) => salesperson ?? []))]
  const steps = withOpen ? await giveSteps(req, { customers: given, documents, from, to: to.id }) : 0
  await forgetMasters(req)
  const entry = { verb: 'hand-over', reason: note } as const
  await writeAudits(req, [
    ...held.map((row) => ({
      ...entry,
      slug: 'customers',
      documentId: row.id,
      no: row.code,
      version: row.version + 1,
      changes: changesTo(row, owner),
    })),
    ...documents.map((row) => ({
      ...entry,
      slug: row.slug,
      documentId: row.id,
      no: row.no,
      version: row.version,
      changes: changesTo(row, owner),
    })),
  ])
  await tell(req, { customers: held, to, note })
  return { customers: held, documents, steps }
}
