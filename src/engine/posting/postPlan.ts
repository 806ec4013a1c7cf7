import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { freightLine } from '@/src/domain/pricing/freight'
import { append, appendReceivable, creditPart, progressPart, type StockEntry, stockPart, storeItemCosts } from '@/src/ledger/append'
import { expectedCosts } from '@/src/ledger/facts/costHistory'
import { restoreLatestCosts, warehouseCosts } from '@/src/ledger/facts/costs'
import { itemFacts, itemFactsUnderLock } from '@/src/ledger/facts/items'
import { warehouseFacts } from '@/src/ledger/facts/stock'
import { refreshFacets } from '@/src/ledger/facets'
import { isPriceSource, keepLastPrices } from '@/src/ledger/lastPrices'
import type { Cause, DocumentRef, ProgressTarget } from '@/src/ledger/postings'

import { takerOf } from '../audit'
import { countsExpected, isChecked, modeOf } from '../guards/checkAvailability'
import type { AnyDocument, DocumentRules } from '../document'
import type { PostingPlan } from './plan'
import type { Settings } from '../settings'
import { settleStock } from './settleStock'
import type { StockMove } from './stockMoves'
import { type CostBook, openCostBook, valueMoves } from './valueStock'

/** Appends a plan to the four ledgers and refreshes the facets of the documents it touched. */
export async function postPlan({
  req,
  rules,
  doc,
  stored,
  plan,
  settings,
  at,
}: {
  req: PayloadRequest
  rules: DocumentRules
  doc: AnyDocument
  /** as it stood before, null for a new one */
  stored: AnyDocument | null
  plan: PostingPlan
  settings: Settings
  /** the instant of the step: what a document says of it and what the books say are one */
  at: string
}): Promise<void> {
  const cause: Cause = { slug: rules.slug, id: doc.id, version: doc.version, date: doc.date, at }
  // a new document had no id when the plan was made
  const named = <E extends { source: DocumentRef }>(entries: readonly E[]): E[] =>
    entries.map((entry) =>
      entry.source.slug === rules.slug && entry.source.id === 0 ? { ...entry, source: { slug: rules.slug, id: doc.id } } : entry,
    )
  const progress = named(plan.progress).map((entry) =>
    entry.target.documentId === 0 ? { ...entry, target: ofDocument(entry.target, doc.id) } : entry,
  )
  const receivable = named(plan.receivable).map((entry) =>
    entry.document.slug === rules.slug && entry.document.id === 0 ? { ...entry, document: { slug: rules.slug, id: doc.id } } : entry,
  )
  const stock = await valuedStock({ req, entries: named(plan.stock), cause, settings, checked: isChecked(rules, settings) })
  const first: Cause = { ...cause, isNew: plan.isNew }
  await append(req, [progressPart(progress, first), creditPart(named(plan.credit), first), stockPart(stock?.ready ?? [], first)])
  await appendReceivable({ req, entries: receivable, cause })
  if (stock) await costsAfter({ req, cause, stock })
  const touched = [
    // a new document as it was entered has its facets: nothing has happened to it
    ...(plan.isNew && doc.status === rules.initial ? [] : [{ slug: rules.slug, id: doc.id }]),
    ...plan.upstream.map(({ slug, doc: up }) => ({ slug, id: up.id })),
    ...receivable.map(({ document }) => document),
  ]
  await refreshFacets({ req, documents: touched, taker: takerOf(req, at) })
  if (isPriceSource(rules.slug, doc.status) || isPriceSource(rules.slug, stored?.status))
    await keepLastPrices(req, { slug: rules.slug, id: doc.id })
}

/** A line of a document that has its id now; its freight is a line named after it. */
const ofDocument = ({ slug, lineId }: ProgressTarget['target'], id: number): ProgressTarget['target'] => ({
  ...{ slug, documentId: id },
  lineId: lineId === freightLine(slug, 0) ? freightLine(slug, id) : lineId,
})

type ValuedStock = {
  entries: readonly StockMove[]
  ready: readonly StockEntry[]
  book: CostBook
  /** How the database guards an entry. */
  guarded: (entry: { item: number; warehouse: number | null }) => Pick<StockEntry, 'controlled' | 'goods'>
  /** Items whose goods on hand move. */
  moving: number[]
}

/** Stock entries with their values, and the costs they were taken from; nothing where no goods move. */
async function valuedStock({
  req,
  entries,
  cause,
  settings,
  checked,
}: {
  req: PayloadRequest
  entries: readonly StockMove[]
  cause: Cause
  settings: Settings
  /** False when the check point of this kind of document is switched off: then the database may not refuse either. */
  checked: boolean
}): Promise<ValuedStock | null> {
  if (entries.length === 0) return null
  const perWarehouse = settings.availability.costPer === 'itemWarehouse'
  const moving = [...new Set(entries.filter(({ account }) => account === 'onHand').map(({ item }) => item))]
  const factsOf = moving.length > 0 ? itemFactsUnderLock : itemFacts
  const items = await factsOf(
    req,
    entries.map(({ item }) => item),
  )
  const warehouses = await warehouseFacts(req)
  const isReceipt = cause.slug === 'stock-receipts'
  const nothingKnown = moving.filter((item) => items.get(item)?.latestCost === null && items.get(item)?.averageCost === null)
  const held = perWarehouse ? await warehouseCosts(req, moving) : []
  const book = openCostBook({ perWarehouse, facts: items, held, isReceipt, expected: await expectedCosts(req, nothingKnown) })
  const guarded: ValuedStock['guarded'] = (entry) => {
    const warehouse = entry.warehouse === null ? undefined : warehouses.get(entry.warehouse)
    return {
      controlled: modeOf(items.get(entry.item), settings) === 'control' && !countsExpected(settings) && checked,
      goods: entry.warehouse === null || (warehouse?.kind === 'goods' && warehouse.active),
    }
  }
  const ready = valueMoves(book, entries).map((entry): StockEntry => ({ ...entry, ...guarded(entry) }))
  return { entries, ready, book, guarded, moving }
}

/** What goods cost once the entries are in the book. */
async function costsAfter({ req, cause, stock }: { req: PayloadRequest; cause: Cause; stock: ValuedStock }): Promise<void> {
  const { entries, ready, book, guarded, moving } = stock
  await storeItemCosts(req, [...book.costs.values()])
  await settleStock({ req, cause, book, entries, guarded })
  const undone = ready.some(({ account, qty }) => account === 'onHand' && d(qty).isNegative())
  if (cause.slug === 'stock-receipts' && undone) await restoreLatestCosts(req, moving)
}
