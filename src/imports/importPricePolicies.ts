import { APIError, type PayloadRequest } from 'payload'

import { policyKeyOf } from '@/src/domain/pricing/policyKey'
import { inOneTransaction } from '@/src/engine/transaction'
import { enterDocument } from '@/src/engine/documents/enterDocument'

import { idsByCode, readCells, toldByRow } from './cells'
import type { ImportError, ImportKind, ImportResult } from './kinds'
import type { Table, TableRow } from './reading/readTable'

const headings = {
  ...{ id: 'id', 编号: 'id' },
  ...{ customer: 'customer', 客户: 'customer', 客户编码: 'customer' },
  ...{ customerCategory: 'customerCategory', 'customer category': 'customerCategory', 客户类别: 'customerCategory' },
  ...{ item: 'item', 物料: 'item', 品号: 'item', 商品编码: 'item', 'item code': 'item' },
  ...{ itemCategory: 'itemCategory', 'item category': 'itemCategory', 物料分类: 'itemCategory' },
  ...{ unit: 'unit', 单位: 'unit' },
  ...{ currency: 'currency', 币种: 'currency' },
  ...{ minQty: 'minQty', 'from quantity': 'minQty', 'min quantity': 'minQty', 数量下限: 'minQty' },
  ...{ price: 'price', 价格: 'price', 单价: 'price' },
  ...{ discountRate: 'discountRate', 'discount %': 'discountRate', 折扣率: 'discountRate', '折扣率%': 'discountRate' },
  ...{ net: 'net', 净价: 'net' },
  ...{ priority: 'priority', 优先级: 'priority' },
  ...{ validFrom: 'validFrom', 'valid from': 'validFrom', 生效日: 'validFrom' },
  ...{ validTo: 'validTo', 'valid to': 'validTo', 失效日: 'validTo' },
  ...{ remark: 'remark', 备注: 'remark' },
} as const

const scopes = { customer: 'customers', customerCategory: 'customer-categories', item: 'items', itemCategory: 'item-categories' } as const
type Known = Record<keyof typeof scopes, Map<string, number>>

function policyOf(
  row: TableRow,
  table: Table,
  known: Known,
  req: PayloadRequest,
): { data: Record<string, unknown>; id: number | null; errors: ImportError[] } {
  const cells = readCells(req, row, table)
  const yes = /^(1|y|yes|true|是|√)$/i
  const data = {
    ...Object.fromEntries(Object.keys(scopes).map((column) => [column, cells.named(column, known[column as keyof Known], false)])),
    unit: cells.text('unit') || null,
    currency: cells.text('currency').toUpperCase() || 'CNY',
    minQty: cells.figure('minQty'),
    price: cells.figure('price'),
    discountRate: cells.rate('discountRate'),
    net: yes.test(cells.text('net')),
    priority: cells.figure('priority') ?? 0,
    validFrom: cells.day('validFrom'),
    validTo: cells.day('validTo'),
    remark: cells.text('remark') || null,
  }
  return { data, id: cells.figure('id'), errors: cells.errors }
}

async function writePolicy(
  req: PayloadRequest,
  { data, id, dryRun }: { data: Record<string, unknown>; id: number | null; dryRun: boolean },
): Promise<void> {
  req.context = {}
  delete req.transactionID
  await inOneTransaction({
    req,
    path: 'import price-policies',
    body: null,
    dryRun,
    work: async () => {
      await enterDocument({ req, slug: 'price-policies', id, data, overrideAccess: false })
      return { status: 200, body: null }
    },
  })
}

/**
 * 价格政策: one row, one policy; with its number a row changes the policy it names. Each is judged like one entered by hand, also
 * against the rows above it in the file: of two that nobody could tell apart the second is refused, naming the first.
 */
export const importPricePolicies: ImportKind = {
  kind: 'price-policies',
  headings,
  required: [],
  figures: ['minQty', 'price', 'priority'],
  rates: ['discountRate'],
  roles: ['salesManager', 'generalManager', 'admin'],
  run: async ({ req, table, dryRun }) => {
    const { rows } = table
    const known = Object.fromEntries(
      await Promise.all(
        Object.entries(scopes).map(
          async ([column, slug]) =>
            [
              column,
              await idsByCode(
                req,
                slug,
                rows.map(({ cells }) => cells[column] ?? ''),
              ),
            ] as const,
        ),
      ),
    ) as Known
    const result: ImportResult = { created: 0, updated: 0, errors: [] }
    const seen = new Map<string, number>()
    for (const row of rows) {
      const { data, id, errors } = policyOf(row, table, known, req)
      const key = policyKeyOf(data)
      const twin = seen.get(key)
      if (twin !== undefined && errors.length === 0) {
        const message =
          req.i18n?.language === 'en'
            ? `Equal to row ${twin} in level, quantity, start and priority`
            : `与第 ${twin} 行的级别、数量下限、生效日和优先级相同`
        errors.push({ row: row.row, column: 'priority', message })
      }
      if (errors.length > 0) {
        result.errors.push(...errors)
        continue
      }
      try {
        await writePolicy(req, { data, id, dryRun })
        seen.set(key, row.row)
        result[id === null ? 'created' : 'updated'] += 1
      } catch (error) {
        if (!(error instanceof APIError) || error.status >= 500) throw error
        result.errors.push(...toldByRow(error, [row]))
      }
    }
    return result
  },
}
