import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { inTransaction } from '@/src/db/transaction'
import { d, type Decimal } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { warehousesOf } from '@/src/domain/people/reach'
import { type BatchMove, batchMoves } from '@/src/ledger/facts/batchMoves'
import { findDocuments } from '@/src/engine/documents/findDocuments'

export type BatchStory = {
  sources: BatchMove[]
  deliveries: BatchMove[]
  returns: BatchMove[]
  moves: BatchMove[]
  customers: Array<{ customer: number; code: string | null; name: string | null; qty: number }>
  onHand: Array<{ item: number; itemCode: string; warehouse: number; warehouseCode: string; qty: number }>
}

/** Ids of those of the customers' documents this person may see. */
async function seen({
  req,
  slug,
  rows,
}: {
  req: PayloadRequest
  slug: 'deliveries' | 'returns'
  rows: readonly BatchMove[]
}): Promise<Set<number>> {
  const ids = rows.filter((row) => row.slug === slug).map(({ id }) => id)
  if (ids.length === 0) return new Set()
  const docs = await findDocuments({ req, slug, where: { id: { in: ids } }, limit: 0, fields: ['no'], overrideAccess: false })
  return new Set(docs.map(({ id }) => id))
}

/** The story of a batch as one person may read it: deliveries and customers that are not his do not appear, nor in the sums per customer. */
async function visibleStory({ req, rows }: { req: PayloadRequest; rows: readonly BatchMove[] }): Promise<BatchStory> {
  const deliveries = await seen({ req, slug: 'deliveries', rows })
  const returns = await seen({ req, slug: 'returns', rows })
  const mine = rows.filter(({ slug, id }) => (slug === 'deliveries' ? deliveries.has(id) : slug === 'returns' ? returns.has(id) : true))
  const of = (slug: string): BatchMove[] => mine.filter((row) => row.slug === slug)
  const customers = new Map<number, BatchStory['customers'][number]>()
  for (const { customer, customerCode, customerName, qty, slug } of mine) {
    // what was restocked or scrapped after it came back went out of the return warehouse, not to the customer
    if (customer === null || slug !== 'deliveries') continue
    const before = customers.get(customer)?.qty ?? 0
    customers.set(customer, { customer, code: customerCode, name: customerName, qty: toNumber(d(before).minus(d(qty))) })
  }
  const onHand = new Map<string, BatchStory['onHand'][number]>()
  for (const { item, itemCode, warehouse, warehouseCode, qty } of rows) {
    const key = `${item}|${warehouse}`
    const sum: Decimal = d(onHand.get(key)?.qty ?? 0).plus(d(qty))
    onHand.set(key, { item, itemCode, warehouse, warehouseCode, qty: toNumber(sum) })
  }
  return {
    sources: mine.filter(({ slug, qty }) => qty > 0 && ['stock-receipts', 'stock-counts', 'sample-work-orders'].includes(slug)),
    deliveries: of('deliveries'),
    returns: of('returns'),
    moves: [...mine],
    customers: [...customers.values()],
    onHand: [...onHand.values()].filter(({ qty }) => qty !== 0),
  }
}

/** Where a batch came from and went, in the warehouses this person may see. */
export const batchStory = ({ req, batchNo, item }: { req: PayloadRequest; batchNo: string; item: number | null }): Promise<BatchStory> =>
  inTransaction(req, async () =>
    visibleStory({ req, rows: await batchMoves(req, { batchNo, item, warehouses: warehousesOf(personOf(req.user)) }) }),
  )
