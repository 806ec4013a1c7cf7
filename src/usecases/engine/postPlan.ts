import type { PayloadRequest } from 'payload'

import type { Decimal } from '@/src/domain/kernel/decimal'
import { d } from '@/src/domain/kernel/decimal'
import { roundPrice } from '@/src/domain/kernel/money'
import { issueStock, type Movement, receiveValue } from '@/src/domain/stock/movingAverage'
import {
  appendCredit,
  appendProgress,
  appendReceivable,
  appendStock,
  type ItemCost,
  type StockEntry,
  storeItemCosts,
} from '@/src/ledger/append'
import { itemFacts } from '@/src/ledger/facts/items'
import { warehouseFacts } from '@/src/ledger/facts/stock'
import { refreshFacets } from '@/src/ledger/facets'
import type { Cause, DocumentRef, StockTarget } from '@/src/ledger/postings'

import { modeOf } from './checks'
import type { AnyDocument, DocumentRules } from './document'
import type { PostingPlan } from './planPostings'
import type { Settings } from './settings'

/** Appends a plan to the four ledgers, one statement each, and refreshes the facets of the documents it touched. */
export async function postPlan({
  req,
  rules,
  doc,
  plan,
  settings,
}: {
  req: PayloadRequest
  rules: DocumentRules
  doc: AnyDocument
  plan: PostingPlan
  settings: Settings
}): Promise<void> {
  const cause: Cause = { slug: rules.slug, id: doc.id, version: doc.version, date: doc.date }
  // a new document had no id when the plan was made
  const named = <E extends { source: DocumentRef }>(entries: readonly E[]): E[] =>
    entries.map((entry) =>
      entry.source.slug === rules.slug && entry.source.id === 0 ? { ...entry, source: { slug: rules.slug, id: doc.id } } : entry,
    )
  const progress = named(plan.progress).map((entry) =>
    entry.target.documentId === 0 ? { ...entry, target: { ...entry.target, documentId: doc.id } } : entry,
  )
  const receivable = named(plan.receivable).map((entry) =>
    entry.document.slug === rules.slug && entry.document.id === 0 ? { ...entry, document: { slug: rules.slug, id: doc.id } } : entry,
  )
  await appendProgress({ req, entries: progress, cause })
  await appendCredit({ req, entries: named(plan.credit), cause })
  await appendReceivable({ req, entries: receivable, cause })
  await postStock({ req, entries: named(plan.stock), cause, settings })
  const touched = [
    { slug: rules.slug, id: doc.id },
    ...plan.upstream.map(({ slug, doc: up }) => ({ slug, id: up.id })),
    ...receivable.map(({ document }) => document),
  ]
  await refreshFacets({ req, documents: touched })
}

async function postStock({
  req,
  entries,
  cause,
  settings,
}: {
  req: PayloadRequest
  entries: readonly StockTarget[]
  cause: Cause
  settings: Settings
}): Promise<void> {
  if (entries.length === 0) return
  const items = await itemFacts(
    req,
    entries.map(({ item }) => item),
  )
  const warehouses = await warehouseFacts(req)
  const costs = new Map<number, ItemCost>()
  const { expectedTransfers, expectedWorkOrders, expectedInspection } = settings.availability
  const expectedCounts = expectedTransfers || expectedWorkOrders || expectedInspection
  const ready = entries.map((entry): StockEntry => {
    const facts = items.get(entry.item)
    const warehouse = entry.warehouse === null ? undefined : warehouses.get(entry.warehouse)
    const moved = entry.account === 'onHand' ? valued({ entry, costs, facts, isReceipt: cause.slug === 'stock-receipts' }) : null
    return {
      ...entry,
      value: moved ? moved.value.toString() : '0',
      unitCost: moved ? moved.unitCost.toString() : null,
      controlled: modeOf(facts, settings) === 'control' && !expectedCounts,
      goods: entry.warehouse === null || (warehouse?.kind === 'goods' && warehouse.active),
    }
  })
  await appendStock({ req, entries: ready, cause })
  await storeItemCosts(req, [...costs.values()])
}

type Known = { costQty: string; costValue: string; averageCost: string | null; latestCost: string | null } | undefined

/** Values one on-hand movement by the item's moving average as it is after the movements before it (F4). */
function valued({
  entry,
  costs,
  facts,
  isReceipt,
}: {
  entry: StockTarget
  costs: Map<number, ItemCost>
  facts: Known
  isReceipt: boolean
}): { value: Decimal; unitCost: Decimal } {
  const now = costs.get(entry.item)
  const state = {
    qty: d(now?.qty ?? facts?.costQty ?? 0),
    value: d(now?.value ?? facts?.costValue ?? 0),
    average: d(now?.average ?? facts?.averageCost ?? facts?.latestCost ?? 0),
  }
  const qty = d(entry.qty)
  const known = d(entry.value ?? 0)
  let movement: Movement
  let signed: Decimal
  if (qty.gt(0)) {
    movement = receiveValue({ state, qty, value: known.abs() })
    signed = movement.value
  } else if (known.isZero()) {
    movement = issueStock({ state, qty: qty.neg() })
    signed = movement.value.neg()
  } else {
    movement = receiveValue({ state, qty, value: qty.neg().eq(state.qty) ? state.value.neg() : known })
    signed = movement.value
  }
  const unitCost = roundPrice(signed.div(qty).abs())
  const latest = isReceipt && qty.gt(0) && known.gt(0) ? unitCost.toString() : (now?.latest ?? null)
  costs.set(entry.item, {
    item: entry.item,
    qty: movement.state.qty.toString(),
    value: movement.state.value.toString(),
    average: movement.state.average.toString(),
    latest,
  })
  return { value: signed, unitCost }
}
