import type { PayloadRequest } from 'payload'

import { inOneTransaction } from '@/src/engine/transaction'

import type { ImportColumn } from '../column'
import { type ImportDefinition, mostErrors, Refused, type Taken, type Taking, tell } from '../engine/definition'
import type { ImportError } from '../kinds'
import * as column from '../openings/columns'
import { type Group, type GroupContext, refusedGroups, takeGroups, type Written } from '../openings/groupedKind'
import { type FieldSpec, fieldColumns } from '../masters/fieldColumns'
import { orderKeyOf, orderOfRows, type SaidOrder } from './orderOfRows'
import { formerOf, formerOrders, type Outcome, toldRefusal, writeOrder } from './writeOrders'

const optional = (one: ImportColumn): ImportColumn => ({ ...one, required: false })

/** What the file says of an order as a whole. */
const heads: readonly ImportColumn[] = [
  { ...column.externalNo, name: 'orderNo', also: [...(column.externalNo.also ?? []), '订单号', 'order no', 'po no'] },
  column.customer,
  { ...optional(column.date), note: { zh: '留空为今天', en: 'Empty = today' } },
  column.currency,
  column.taxMode,
  column.salesperson,
  column.department,
  column.paymentTerms,
  column.freight,
  column.freightTaxRate,
]

const kindField: FieldSpec = { field: 'kind' }

const lines: readonly ImportColumn[] = [
  column.item,
  column.qty,
  column.unit,
  column.price,
  column.discountRate,
  column.taxRate,
  column.warehouse,
  column.batchNo,
  column.deliveryDate,
  column.remark,
]

const columnsOf = (req: PayloadRequest): ImportColumn[] => [
  ...heads,
  ...fieldColumns(req, 'orders', [kindField]).map((one) => ({ ...one, also: ['订单类型'], required: false })),
  ...lines,
]

const headColumns = [...heads.map(({ name }) => name), 'kind']

/** As many orders as are looked up together and told of as done. */
const most = { groups: 100, rows: 4000 }

const mayRemove = (fields: Taking['fields']): boolean => fields['removeLines'] === 'yes'

/** Orders are written one after the other, each judged as one entered by hand, and all of them in one transaction. */
function writing(): (context: GroupContext, groups: readonly Group[]) => Promise<Written> {
  let passed = 0
  return async ({ req, fields, wrong, anyWrong }, groups) => {
    // nothing of the file will be kept: what else is wrong with it is told without writing
    if (anyWrong()) throw new Refused([], passed)
    const counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0 }
    const orders = groups.map(orderOfRows)
    const former = await formerOrders(req, orders)
    for (const said of orders) {
      const outcome = await written(req, said, former, mayRemove(fields), passed)
      if (typeof outcome === 'string') counts[outcome] += 1
      else wrong(outcome.row, outcome.column, outcome.message, outcome.message, outcome.yes)
      passed += 1
    }
    return counts
  }
}

async function written(
  req: PayloadRequest,
  said: SaidOrder,
  former: Awaited<ReturnType<typeof formerOrders>>,
  removes: boolean,
  passed: number,
): Promise<Outcome | ImportError> {
  try {
    return await writeOrder({ req, said, former: formerOf(former, said), mayRemove: removes })
  } catch (error) {
    throw new Refused(toldRefusal(error, said), passed)
  }
}

/** What is wrong with one order, and nothing of it kept. */
async function judged({ req, fields }: Taking, said: SaidOrder): Promise<ImportError[]> {
  let found: ImportError[] = []
  req.context = {}
  delete req.transactionID
  try {
    await inOneTransaction({
      req,
      path: 'import orders',
      body: null,
      dryRun: true,
      work: async () => {
        const former = await formerOrders(req, [said])
        const outcome = await writeOrder({ req, said, former: formerOf(former, said), mayRemove: mayRemove(fields) })
        found = typeof outcome === 'string' ? [] : [outcome]
        return { status: 200, body: null }
      },
    })
  } catch (error) {
    return toldRefusal(error, said)
  }
  return found
}

/** Everything that is wrong with a refused file: rows that cannot be read, and every order that had not passed, judged by itself. */
async function explain(taking: Taking, { errors, passed }: Refused): Promise<Taken> {
  const { taken, groups } = await refusedGroups({ taking, headColumns, keyOf: orderKeyOf })
  const wrongRows = new Set(taken.errors.map(({ row }) => row))
  const incomplete = new Set<string>()
  for await (const rows of taking.table.rows())
    for (const { row, cells } of rows) if (wrongRows.has(row) && cells['orderNo']) incomplete.add(cells['orderNo'])
  tell(taken, errors)
  for (const [place, group] of groups.entries()) {
    if (taken.errors.length >= mostErrors) break
    const said = orderOfRows(group)
    const isTold = place < passed || (place === passed && errors.length > 0)
    if (isTold || said.rows.some((row) => wrongRows.has(row)) || (said.orderNo !== null && incomplete.has(said.orderNo))) continue
    tell(taken, await judged(taking, said))
    await taking.progress.advance(0)
  }
  return taken
}

/** 订单: what customers order every day, as many as there are; all of a file or nothing. */
export const orders: ImportDefinition = {
  kind: 'orders',
  title: { zh: '订单', en: 'Orders' },
  note: {
    zh: '一行一条明细；同一客户、同一客户订单号为一张订单，生成草稿，规则与手工录入相同。有一张不通过，整个文件都不导入。文件再传一次不会重复；草稿按文件更新，删行须确认。',
    en: 'One row a line; rows of one customer and order number are one draft order, judged as one entered by hand. With one refused the whole file stays out. The same file again changes nothing; drafts are updated, and lines are removed only when you allow it.',
  },
  roles: ['sales', 'salesManager', 'generalManager'],
  records: { slug: 'orders' },
  columns: columnsOf,
  headColumns,
  take: (taking) => takeGroups({ taking, headColumns, keyOf: orderKeyOf, most, write: writing() }),
  explain,
  allows: ['removeLines'],
}
