import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { d } from '@/src/domain/kernel/decimal'
import { idOf } from '@/src/domain/kernel/idOf'
import { warehousesOf } from '@/src/domain/people/reach'
import { now } from '@/src/engine/clock'
import { createDocument } from '@/src/engine/documents/createDocument'
import { findRecords } from '@/src/engine/documents/findRecords'
import { forTheHouse, workOf } from '@/src/engine/operation'
import { languageOf } from '@/src/engine/refusal'
import { takeStep } from '@/src/engine/step'
import '@/src/usecases'

import type { ImportDefinition, Taken, Taking } from '../engine/definition'
import { nothingTaken, tell } from '../engine/definition'
import { headed, rowReader } from '../engine/readRow'
import { Relations } from '../engine/relations'
import * as column from './columns'

const columns = [
  { ...column.warehouse, required: true },
  column.item,
  column.batchNo,
  {
    ...column.qty,
    example: '5,000',
    min: 0,
    also: [
      ...(column.qty.also ?? []),
      '结存数量',
      '期初数量',
      '现存量',
      '现存数量',
      '库存数量',
      'on hand',
      'qty on hand',
      'quantity on hand',
      'balance qty',
      'in stock',
      'stock on hand',
    ],
  },
  { ...column.unit },
  { ...column.cost, required: true },
  column.date,
  column.remark,
].map((one) => (one === column.date ? { ...one, required: false } : one))

type Line = { item: number; qty: number; unit?: string; cost: number; batchNo: string | null; remark: string | null; row: number }
type Receipt = { warehouse: number; date: string | null; lines: Line[] }

/** As many lines as a document may have and still be read. */
const mostLines = 2000

const keyOf = ({ item, batchNo, qty, cost }: Pick<Line, 'item' | 'batchNo' | 'qty' | 'cost'>): string =>
  [item, batchNo ?? '', qty, cost].join('|')

async function read({ req, table, progress }: Taking, taken: Taken): Promise<Receipt[]> {
  const relations = new Relations(req)
  const readRow = rowReader({ req, table, columns, relations })
  const receipts = new Map<number, Receipt>()
  const english = languageOf(req) === 'en'
  const allowed = warehousesOf(personOf(req.user)) // the receipts are the house's, the right to them is not
  for await (const rows of table.rows()) {
    await relations.learn(columns, rows)
    for (const row of rows) {
      const { values, errors } = readRow(row)
      // where nothing lies, nothing opens, and nothing is asked of its cost
      if (values['qty'] === 0 && errors.every(({ column }) => column === 'cost')) {
        taken.unchanged += 1
        continue
      }
      if (errors.length === 0 && values['cost'] === 0) {
        const message = english
          ? 'The cost is not 0: goods that cost nothing would make every margin 100 %'
          : '成本不能为 0：没有成本的库存会使毛利率变成 100%'
        errors.push({ row: row.row, column: 'cost', heading: headed(req, columns, 'cost'), message, found: '0' })
      }
      if (typeof values['warehouse'] === 'number' && allowed && !allowed.includes(values['warehouse'])) {
        const message = english ? 'You work in other warehouses only' : '您只能在指定的仓库入账'
        errors.push({
          row: row.row,
          column: 'warehouse',
          heading: headed(req, columns, 'warehouse'),
          message,
          found: row.cells['warehouse'],
        })
      }
      tell(taken, errors)
      if (errors.length > 0) continue
      const warehouse = Number(values['warehouse'])
      const receipt = receipts.get(warehouse) ?? { warehouse, date: null, lines: [] }
      receipt.date ??= (values['date'] as string | undefined) ?? null
      receipt.lines.push({
        item: Number(values['item']),
        qty: Number(values['qty']),
        ...(typeof values['unit'] === 'string' ? { unit: values['unit'] } : {}),
        cost: Number(values['cost']),
        batchNo: (values['batchNo'] as string | undefined) ?? null,
        remark: (values['remark'] as string | undefined) ?? null,
        row: row.row,
      })
      receipts.set(warehouse, receipt)
    }
    await progress.advance(rows.length)
  }
  return [...receipts.values()]
}

async function write(req: PayloadRequest, receipt: Receipt, no: string, date: string): Promise<void> {
  const lines = receipt.lines.map(({ row: _row, ...line }) => line)
  const { id } = await createDocument({
    req,
    slug: 'stock-receipts',
    data: { no, date, kind: 'other', warehouse: receipt.warehouse, lines },
    overrideAccess: true,
  })
  await takeStep({ req, slug: 'stock-receipts', id, verb: 'post' })
}

/** The opening receipts of a warehouse as they stand, by number. */
async function opened(req: PayloadRequest, prefix: string): Promise<Array<Record<string, unknown> & { id: number }>> {
  return findRecords({
    req,
    slug: 'stock-receipts',
    where: { and: [{ no: { like: prefix } }, { status: { equals: 'posted' } }] },
    overrideAccess: true,
  })
}

async function take(taking: Taking): Promise<Taken> {
  const { req, fields } = taking
  workOf(req).opening = true
  const taken = nothingTaken()
  const receipts = await read(taking, taken)
  if (taken.errors.length > 0) return taken
  const warehouses = new Map(
    (await findRecords({ req, slug: 'warehouses', where: {}, fields: ['code'], overrideAccess: true })).map(({ id, code }) => [
      id,
      String(code),
    ]),
  )
  for (const receipt of receipts) {
    const prefix = `OPEN-${warehouses.get(receipt.warehouse) ?? String(receipt.warehouse)}-`
    const former = (await opened(req, prefix)).filter(
      (doc) => String(doc['no']).startsWith(prefix) && idOf(doc['warehouse']) === receipt.warehouse,
    )
    if (former.length > 0) {
      const known = former.flatMap((doc) =>
        ((doc['lines'] ?? []) as Array<Record<string, unknown>>).map((line) =>
          keyOf({
            item: Number(idOf(line['item'])),
            batchNo: (line['batchNo'] as string | null) ?? null,
            qty: Number(line['qty']),
            cost: Number(line['cost']),
          }),
        ),
      )
      if (JSON.stringify(known.sort()) === JSON.stringify(receipt.lines.map(keyOf).sort())) taken.unchanged += receipt.lines.length
      else {
        const [zh, en] = [
          `该仓库的期初库存已导入（${String(former[0]?.['no'])}），且内容不同：请先冲销原入库单`,
          `The opening stock of this warehouse came in already (${String(former[0]?.['no'])}) with other content: reverse that receipt first`,
        ]
        const told = { row: receipt.lines[0]?.row ?? 0, column: 'warehouse', heading: headed(req, columns, 'warehouse') }
        tell(taken, [{ ...told, message: languageOf(req) === 'en' ? en : zh }])
      }
      continue
    }
    const date = receipt.date ?? fields['date'] ?? now(req).date
    for (let at = 0; at < receipt.lines.length; at += mostLines) {
      workOf(req).importRow = receipt.lines[at]?.row
      const part = { ...receipt, lines: receipt.lines.slice(at, at + mostLines) }
      await forTheHouse(req, () => write(req, part, `${prefix}${String(d(at).div(mostLines).plus(1))}`, date))
    }
    taken.created += receipt.lines.length
  }
  return taken
}

/** 期初库存: what lies in each warehouse on the opening day, at its cost: one posted receipt a warehouse. */
export const openingStock: ImportDefinition = {
  kind: 'opening-stock',
  title: { zh: '期初库存', en: 'Opening stock' },
  note: {
    zh: '一行一个物料（和批号）。单位成本必填且不为 0。每个仓库生成一张已记账的期初入库单。',
    en: 'One row an item (and batch). The unit cost is needed and is not 0. Every warehouse gets one posted opening receipt.',
  },
  roles: ['warehouse', 'finance', 'generalManager', 'admin'],
  records: { slug: 'stock-receipts', where: { no: { like: 'OPEN-' } } },
  columns: () => columns,
  take,
}
