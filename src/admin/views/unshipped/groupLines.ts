import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'

export type UnshippedRow = {
  orderId: number
  orderLineId: string
  customerId: number
  no: string
  due: string | null
  told: string | null
  state: string
  stateId: string
  late: number | null
  hold: string | null
  customerCode: string
  customer: string
  salesperson: string | null
  itemCode: string
  item: string
  specification: string | null
  unit: string
  qty: number
  open: number
  planned: number
  amount: number
}

export type By = 'date' | 'customer' | 'item' | 'salesperson'
export type Group = { name: string; rows: UnshippedRow[]; open: number; amount: number }

const nameOf: Readonly<Record<By, (row: UnshippedRow) => string>> = {
  date: (row) => row.due ?? '—',
  customer: (row) => `${row.customerCode} ${row.customer}`,
  item: (row) => `${row.itemCode} ${row.item}`,
  salesperson: (row) => row.salesperson ?? '—',
}

/** Rows under their group in the order the report gives, with the group's open quantity and amount. */
export function groupLines(rows: readonly UnshippedRow[], by: By): Group[] {
  const groups = new Map<string, UnshippedRow[]>()
  for (const row of rows) groups.set(nameOf[by](row), [...(groups.get(nameOf[by](row)) ?? []), row])
  const sum = (of: readonly UnshippedRow[], key: 'open' | 'amount'): number =>
    toNumber(of.reduce((total, row) => total.plus(row[key]), d(0)))
  return [...groups].map(([name, of]) => ({ name, rows: of, open: sum(of, 'open'), amount: sum(of, 'amount') }))
}

/** A line of an order that stands in several dates is delivered once with the sum of the chosen dates. */
export function deliveryLines(rows: readonly UnshippedRow[]): Array<{ orderLine: string; qty: number }> {
  const lines = new Map<string, ReturnType<typeof d>>()
  for (const row of rows) lines.set(row.orderLineId, (lines.get(row.orderLineId) ?? d(0)).plus(row.open))
  return [...lines].map(([orderLine, qty]) => ({ orderLine, qty: toNumber(qty) }))
}
