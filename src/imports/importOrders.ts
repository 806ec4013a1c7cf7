import { APIError, type PayloadRequest } from 'payload'

import { inOneTransaction } from '@/src/engine/transaction'
import { enterDocument } from '@/src/engine/documents/enterDocument'
import { findDocuments } from '@/src/engine/documents/findDocuments'

import { idsByCode, readCells, toldByRow } from './cells'
import type { ImportError, ImportKind } from './kinds'
import { refuseRemoval, says } from './orderAsItIs'
import { readDay } from './reading/day'
import type { Table, TableRow } from './reading/readTable'

const headings = {
  ...{ orderNo: 'orderNo', 'customer order no.': 'orderNo', 客户订单号: 'orderNo', 订单号: 'orderNo' },
  ...{ customer: 'customer', 客户: 'customer', 客户编码: 'customer' },
  ...{ date: 'date', 日期: 'date', 单据日期: 'date' },
  ...{ kind: 'kind', 订单类型: 'kind' },
  ...{ item: 'item', 物料: 'item', 品号: 'item', 商品编码: 'item' },
  ...{ qty: 'qty', quantity: 'qty', 数量: 'qty' },
  ...{ unit: 'unit', 单位: 'unit' },
  ...{ price: 'price', 单价: 'price' },
  ...{ discountRate: 'discountRate', 折扣率: 'discountRate' },
  ...{ taxRate: 'taxRate', 税率: 'taxRate' },
  ...{ warehouse: 'warehouse', 仓库: 'warehouse' },
  ...{ deliveryDate: 'deliveryDate', 交期: 'deliveryDate', 交货日期: 'deliveryDate' },
  ...{ freight: 'freight', 运费: 'freight' },
  ...{ freightTaxRate: 'freightTaxRate', 运费税率: 'freightTaxRate' },
  ...{ remark: 'remark', 备注: 'remark' },
} as const

type Known = { customers: Map<string, number>; items: Map<string, number>; warehouses: Map<string, number> }
type Line = Record<string, unknown>

/** A line, and the freight its row tells of the whole order. */
type Read = { line: Line; freight: Line; errors: ImportError[] }

/** What a row says, without what it leaves empty. */
const said = (values: Line): Line => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null))

/** One row as an order line, or what is wrong with it, column by column. */
function lineOf({ row, cells }: TableRow, table: Table, known: Known, req: PayloadRequest): Read {
  const { errors, wrong, figure, rate, day, named } = readCells(req, { row, cells }, table)
  const item = named('item', known.items, true)
  const qty = figure('qty')
  if ((cells['qty'] ?? '') === '') wrong('qty', '不能为空', 'Required')
  const [price, discountRate, taxRate] = [figure('price'), rate('discountRate'), rate('taxRate')]
  const warehouse = named('warehouse', known.warehouses, false)
  const due = day('deliveryDate')
  day('date')
  named('customer', known.customers, true)
  const optional = { unit: cells['unit'] || undefined, price, discountRate, taxRate, warehouse, remark: cells['remark'] || undefined }
  const freight = said({ freight: figure('freight'), freightTaxRate: rate('freightTaxRate') })
  return { line: { item, qty, ...said(optional), ...(due && qty ? { schedule: [{ date: due, qty }] } : {}) }, freight, errors }
}

type Group = { key: string; rows: TableRow[]; lines: Line[]; freight: Line; errors: ImportError[] }

/** What belongs to the order as a whole: said by the first row that says it, and by no other differently. */
const head = ['date', 'kind', 'freight', 'freightTaxRate'] as const
const headOf = ({ rows }: Pick<Group, 'rows'>, column: (typeof head)[number]): string =>
  rows.map(({ cells }) => cells[column] ?? '').find(Boolean) ?? ''

function differing({ rows }: Pick<Group, 'rows'>, req: PayloadRequest): ImportError[] {
  return head.flatMap((column) => {
    const meant = (text: string): string => (column === 'date' ? (readDay(text) ?? text) : text)
    const said = headOf({ rows }, column)
    return rows.flatMap(({ row, cells }): ImportError[] => {
      const other = cells[column] ?? ''
      if (other === '' || meant(other) === meant(said)) return []
      const message =
        req.i18n?.language === 'en'
          ? `${other} differs from ${said} in an earlier row of the same order`
          : `${other} 与同一订单前面的 ${said} 不同`
      return [{ row, column, message }]
    })
  })
}

async function writeOrder({
  req,
  group,
  known,
  dryRun,
  mayRemove,
}: {
  req: PayloadRequest
  group: Group
  known: Known
  dryRun: boolean
  mayRemove: boolean
}): Promise<'created' | 'updated' | 'unchanged' | ImportError> {
  const [first] = group.rows
  const cells = first?.cells ?? {}
  const customer = known.customers.get(cells['customer'] ?? '')
  const externalNo = cells['orderNo'] || null
  let outcome: 'created' | 'updated' | 'unchanged' | ImportError = 'created'
  req.context = {}
  delete req.transactionID
  await inOneTransaction({
    req,
    path: 'import orders',
    body: null,
    dryRun,
    work: async () => {
      const [former] = externalNo
        ? await findDocuments({
            req,
            slug: 'orders',
            where: {
              and: [{ externalNo: { equals: externalNo } }, { customer: { equals: customer } }, { status: { not_equals: 'cancelled' } }],
            },
            limit: 1,
            overrideAccess: false,
          })
        : []
      const date = readDay(headOf(group, 'date'))
      const stored = (former?.lines ?? []) as Line[]
      const removal = former && !mayRemove ? refuseRemoval(req, group, stored) : null
      if (removal) {
        outcome = removal
        return { status: 200, body: null }
      }
      const sameDay = !date || String(former?.date).slice(0, 10) === date
      if (
        former &&
        sameDay &&
        says(group.freight, former) &&
        stored.length === group.lines.length &&
        group.lines.every((line, index) => says(line, stored[index] ?? {}))
      ) {
        outcome = 'unchanged'
        return { status: 200, body: null }
      }
      const data = {
        customer,
        externalNo,
        lines: group.lines,
        ...group.freight,
        ...(date ? { date } : {}),
        ...(headOf(group, 'kind') ? { kind: headOf(group, 'kind') } : {}),
      }
      await enterDocument({ req, slug: 'orders', id: former?.id ?? null, data, overrideAccess: false })
      outcome = former ? 'updated' : 'created'
      return { status: 200, body: null }
    },
  })
  return outcome
}

/**
 * 订单导入: rows with the same customer order number (and customer) are one order; one without a number is an order by itself. An order
 * that is already there is updated while it may be edited. Each order is written whole or not at all; what is wrong is told row by row.
 */
export const importOrders: ImportKind = {
  kind: 'orders',
  headings,
  required: ['customer', 'item', 'qty'],
  figures: ['qty', 'price', 'freight'],
  rates: ['discountRate', 'taxRate', 'freightTaxRate'],
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async ({ req, table, dryRun, fields }) => {
    const { rows } = table
    const codes = (column: string): string[] => rows.map(({ cells }) => cells[column] ?? '').filter(Boolean)
    const known: Known = {
      customers: await idsByCode(req, 'customers', codes('customer')),
      items: await idsByCode(req, 'items', codes('item')),
      warehouses: await idsByCode(req, 'warehouses', codes('warehouse')),
    }
    const groups = new Map<string, Group>()
    for (const row of rows) {
      const key = row.cells['orderNo'] ? `${row.cells['customer']}|${row.cells['orderNo']}` : `row ${row.row}`
      const group = groups.get(key) ?? { key, rows: [], lines: [], freight: {}, errors: [] }
      const { line, freight, errors } = lineOf(row, table, known, req)
      groups.set(key, {
        ...{ key, rows: [...group.rows, row], lines: [...group.lines, line], errors: [...group.errors, ...errors] },
        freight: { ...freight, ...group.freight },
      })
    }
    const result = { created: 0, updated: 0, unchanged: 0, errors: [] as ImportError[] }
    for (const { errors, ...rest } of groups.values()) {
      const group = { ...rest, errors: [...errors, ...differing(rest, req)] }
      if (group.errors.length > 0) {
        result.errors.push(...group.errors)
        continue
      }
      try {
        const outcome = await writeOrder({ req, group, known, dryRun, mayRemove: fields['removeLines'] === 'yes' })
        if (typeof outcome === 'object') result.errors.push(outcome)
        else result[outcome] += 1
      } catch (error) {
        if (!(error instanceof APIError) || error.status >= 500) throw error
        result.errors.push(...toldByRow(error, group.rows))
      }
    }
    return result
  },
}
