import { APIError, type PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { inOneTransaction } from '@/src/engine/transaction'
import { writeDocument } from '@/src/engine/write'
import { now } from '@/src/engine/clock'
import { enterDocument } from '@/src/engine/documents/enterDocument'

import { priceBookColumns } from './priceBook/headings'
import { idsByCode, RowCells, toldByRow } from './cells'
import type { ImportError, ImportKind, ImportResult } from './kinds'
import type { Table, TableRow } from './reading/readTable'

const headings = Object.fromEntries([
  ...priceBookColumns.flatMap(({ column, zh, en }) => [[zh, column] as const, [en, column] as const, [column, column] as const]),
  ...(['code', '物料', '商品编码'] as const).map((heading) => [heading, 'item'] as const),
  ...(['客户'] as const).map((heading) => [heading, 'customer'] as const),
  ...(['minimum quantity', 'from quantity'] as const).map((heading) => [heading, 'minQty'] as const),
])

type Line = Record<string, unknown>
type Known = { customers: Map<string, number>; items: Map<string, number> }
type Read = { line: Line | null; customer: number | null; effectiveFrom: string | null; errors: ImportError[] }

/** One row as a line of the adjustment; null when nobody wrote a new price into it, or the one that holds already. */
function lineOf(row: TableRow, table: Table, known: Known, customer: number | null, req: PayloadRequest): Read {
  const cells = new RowCells(req, row, table)
  const newPrice = cells.figure('newPrice')
  const nothing = { line: null, customer: null, effectiveFrom: null, errors: cells.errors }
  if (newPrice === null) return nothing
  const current = cells.figure('currentPrice')
  if (current !== null && d(current).eq(d(newPrice))) return nothing
  const whose = cells.text('customer') || customer === null ? cells.named('customer', known.customers, true) : customer
  const line: Line = {
    customer: whose,
    item: cells.named('item', known.items, true),
    unit: cells.text('unit') || null,
    minQty: cells.figure('minQty'),
    currency: cells.text('currency') || undefined,
    newPrice,
    // what is written into the book is what the customer pays
    net: true,
  }
  if (newPrice < 0) cells.wrong('newPrice', '价格不得为负', 'A price is not negative')
  return { line, customer: whose, effectiveFrom: cells.day('effectiveFrom'), errors: cells.errors }
}

type Draft = { customer: number | null; effectiveFrom: string; lines: Line[] }

/** One draft per book: a second upload by the same person for the same day takes the place of the first while it is a draft. */
async function writeDraft(
  req: PayloadRequest,
  { customer, effectiveFrom, lines }: Draft,
): Promise<{ doc: { id: number; no: string }; found: boolean }> {
  const { docs } = await req.payload.find({
    collection: 'price-adjustments',
    where: {
      and: [
        { status: { equals: 'draft' } },
        { bookOf: { equals: customer } },
        { effectiveFrom: { equals: effectiveFrom } },
        { preparedBy: { equals: req.user?.id ?? 0 } },
      ],
    },
    sort: '-id',
    limit: 1,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const [former] = customer === null ? [] : docs
  if (former) {
    const data = { effectiveFrom, lines }
    return { doc: await enterDocument({ req, slug: 'price-adjustments', id: former.id, data, overrideAccess: false }), found: true }
  }
  // whose book it is, is not entered by a person
  const entered = { req, slug: 'price-adjustments', id: null, data: { effectiveFrom, lines }, overrideAccess: false }
  return { doc: (await writeDocument({ ...entered, given: { bookOf: customer } })).doc, found: false }
}

/**
 * 价格簿: the rows with a new price become one draft price adjustment, to be submitted and approved like any other. All of them or
 * none: what is wrong is told row by row, and the file is sent again.
 */
export const importPriceBook: ImportKind = {
  kind: 'price-book',
  headings,
  required: ['item', 'newPrice'],
  figures: ['newPrice', 'currentPrice', 'minQty'],
  rates: [],
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async ({ req, table, dryRun, fields }) => {
    const { rows } = table
    const column = (name: string): string[] => rows.map(({ cells }) => cells[name] ?? '')
    const known: Known = {
      customers: await idsByCode(req, 'customers', [...column('customer'), fields['customer'] ?? '']),
      items: await idsByCode(req, 'items', column('item')),
    }
    const given =
      known.customers.get(fields['customer'] ?? '') ?? (/^\d+$/.test(fields['customer'] ?? '') ? Number(fields['customer']) : null)
    const read = rows.map((row) => ({ row, ...lineOf(row, table, known, given, req) }))
    const errors = read.flatMap((entry) => entry.errors)
    const edited = read.filter(({ line }) => line !== null)
    const result: ImportResult = { created: 0, updated: 0, errors }
    if (errors.length > 0 || edited.length === 0) return result
    const days = [...new Set(edited.flatMap(({ effectiveFrom }) => effectiveFrom ?? []))]
    const other = edited.find(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom !== days[0])
    if (!fields['effectiveFrom'] && other) {
      const message = req.i18n?.language === 'en' ? 'One file, one effective date' : '一个文件只能有一个生效日'
      return { ...result, errors: [{ row: other.row.row, column: 'effectiveFrom', message }] }
    }
    const customers = [...new Set(edited.map(({ customer }) => customer))]
    const draft: Draft = {
      customer: customers.length === 1 ? (customers[0] ?? null) : null,
      effectiveFrom: fields['effectiveFrom'] || (days[0] ?? now(req).date),
      lines: edited.map(({ line }) => line as Line),
    }
    try {
      await inOneTransaction({
        req,
        path: 'import price-book',
        body: null,
        dryRun,
        work: async () => {
          const { doc, found } = await writeDraft(req, draft)
          result[found ? 'updated' : 'created'] = 1
          if (!dryRun) result.document = { slug: 'price-adjustments', id: doc.id, no: doc.no }
          return { status: 200, body: null }
        },
      })
    } catch (error) {
      if (!(error instanceof APIError) || error.status >= 500) throw error
      return {
        created: 0,
        updated: 0,
        errors: toldByRow(
          error,
          edited.map(({ row }) => row),
        ),
      }
    }
    return result
  },
}
