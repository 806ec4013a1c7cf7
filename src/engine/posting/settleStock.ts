import type { PayloadRequest } from 'payload'

import { roundPrice } from '@/src/domain/kernel/money'
import { d } from '@/src/domain/kernel/decimal'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { append, type ItemCost, type StockEntry, stockPart, storeItemCosts } from '@/src/ledger/append'
import { itemsBegunBefore, keepUncovered, markCosts, type UncoveredRow } from '@/src/ledger/costMarks'
import { type CostSettlement, costsFollow } from '@/src/ledger/costsFollow'
import { costEntries, costStarts } from '@/src/ledger/facts/costHistory'
import type { Cause } from '@/src/ledger/postings'

import { costsOfItem, type KeyCost } from './costsOfItem'
import type { StockMove } from './stockMoves'
import type { CostBook } from './valueStock'

type Settling = {
  req: PayloadRequest
  cause: Cause
  book: CostBook
  entries: readonly StockMove[]
  /** how an entry of goods on hand is guarded by the database */
  guarded: (entry: { item: number; warehouse: number }) => Pick<StockEntry, 'controlled' | 'goods'>
}

type Need = 'nothing' | 'mark' | 'settle'

/**
 * What goods cost that went out before they came in, or came in without a cost: their items are marked, and whenever one of them gets
 * goods, an undoing or a correction, its history is valued anew and the difference posted, caused by this document and dated with it.
 */
export async function settleStock({ req, cause, book, entries, guarded }: Settling): Promise<void> {
  const moving = groupBy(
    entries.filter(({ account }) => account === 'onHand'),
    ({ item }) => String(item),
  )
  const needs = [...moving.values()].map((own) => ({
    item: own[0]?.item ?? 0,
    lines: own.map(({ line }) => line),
    need: needOf(book, cause, own),
  }))
  const disturbed = needs.filter(({ need }) => need !== 'nothing')
  if (disturbed.length === 0) return
  const marked = ({ item }: { item: number }): boolean => (book.facts.get(item)?.costSince ?? null) !== null
  const settled = disturbed.filter(({ need }) => need === 'settle')
  const back = await reachingBack(req, settled.filter(marked))
  const begins = disturbed.filter((one) => !marked(one) || back.has(one.item))
  await markCosts(req, {
    items: begins.map(({ item }) => item),
    lines: begins.flatMap(({ lines }) => lines),
    perWarehouse: book.perWarehouse,
  })
  await keepUncovered(req, book.uncovered)
  await revalue({ req, cause, book, items: settled.map(({ item }) => item), guarded })
}

const reachingBack = (req: PayloadRequest, settled: ReadonlyArray<{ item: number; lines: string[] }>): Promise<Set<number>> =>
  settled.length === 0
    ? Promise.resolve(new Set())
    : itemsBegunBefore(
        req,
        settled.map(({ item }) => item),
        settled.flatMap(({ lines }) => lines),
      )

function needOf(book: CostBook, cause: Cause, own: readonly StockMove[]): Need {
  const item = own[0]?.item ?? 0
  const facts = book.facts.get(item)
  const uncovered = book.uncovered.some((row) => row.item === item)
  const negative = uncovered || book.negative.has(item)
  const carriesOver = cause.slug === 'cost-corrections' && book.perWarehouse
  const marked = (facts?.costSince ?? null) !== null
  if (!marked && !negative && !carriesOver) return 'nothing'
  // goods that only leave settle nothing: what they carry was decided when they were valued
  if (own.every(({ again, qty, value }) => !again && value === undefined && d(qty).isNegative()))
    return uncovered || !marked ? 'mark' : 'nothing'
  const fresh = own.every(({ again, qty }) => !again && !d(qty).isZero())
  return fresh && !negative && !facts?.costUnknown ? 'nothing' : 'settle'
}

async function revalue({
  req,
  cause,
  book,
  items,
  guarded,
}: Pick<Settling, 'req' | 'cause' | 'book' | 'guarded'> & { items: readonly number[] }): Promise<void> {
  if (items.length === 0) return
  const entries = groupBy(await costEntries(req, items), ({ item }) => String(item))
  const starts = groupBy(await costStarts(req, items), ({ item }) => String(item))
  const costs = [...entries].flatMap(([item, own]) =>
    costsOfItem({ entries: own, starts: starts.get(item) ?? [], perWarehouse: book.perWarehouse }),
  )
  const changed = costs.filter(({ value, posted }) => !value.eq(posted))
  const corrections = changed.map((cost): StockEntry => {
    const { item, slug, document, line, warehouse, batchNo, value, posted } = cost
    const difference = value.minus(posted).toString()
    return {
      source: { slug, id: document },
      line,
      account: 'onHand',
      item,
      warehouse,
      batchNo,
      qty: '0',
      value: difference,
      unitCost: null,
      ...guarded(cost),
    }
  })
  await append(req, [stockPart(corrections, cause)])
  await storeItemCosts(req, averagesAfter(book, changed))
  const told = costs.filter(({ open, unknown, uncovered }) => uncovered || unknown || open.gt(0))
  await keepUncovered(
    req,
    told.map(({ open, ...key }): UncoveredRow => ({ ...key, open: open.toString() })),
  )
  const touched = new Set([...changed, ...told])
  await costsFollow(
    req,
    [...touched].map(({ slug, line, qty, value, posted }): CostSettlement => ({
      slug,
      line,
      came: qty.gt(0) ? value.minus(posted).toString() : '0',
    })),
  )
}

/** The averages of the items after what was settled; quantities do not move. */
function averagesAfter(book: CostBook, changed: readonly KeyCost[]): ItemCost[] {
  return [...groupBy(changed, ({ item }) => String(item)).values()].flatMap((own): ItemCost[] => {
    const item = own[0]?.item ?? 0
    const now = book.costs.get(item)
    if (!now) return []
    const value = own.reduce((total, { value: wanted, posted }) => total.plus(wanted).minus(posted), d(now.value))
    const average = d(now.qty).gt(0) ? roundPrice(value.div(d(now.qty))).toString() : now.average
    return [{ ...now, value: value.toString(), average }]
  })
}
