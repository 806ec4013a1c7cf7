import type { StagedRow } from '../staging/groupedRows'
import type { Group } from '../openings/groupedKind'

type Values = Record<string, unknown>

/** What the file says of an order: its head, its lines, and the numbers of their rows. */
export type SaidOrder = { customer: number; orderNo: string | null; head: Values; lines: Values[]; rows: number[] }

const without = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

const lineFields = ['item', 'qty', 'unit', 'price', 'discountRate', 'taxRate', 'warehouse', 'batchNo', 'remark'] as const

const lineOf = ({ values }: StagedRow): Values => {
  const day = values['deliveryDate']
  const said = Object.fromEntries(lineFields.map((field) => [field, values[field]]))
  return without({ ...said, schedule: day === undefined ? undefined : [{ date: day, qty: values['qty'] }] })
}

/** Rows of one customer and one number of his are one order; a row without a number is an order by itself. */
export const orderKeyOf = ({ customer, orderNo }: Values, row: number): string =>
  orderNo === undefined ? `row ${String(row)}` : `${String(customer)}|${String(orderNo)}`

/** A group of rows as an order a person would have entered. */
export function orderOfRows({ rows, head }: Pick<Group, 'rows' | 'head'>): SaidOrder {
  const { customer, orderNo, ...own } = head
  return {
    customer: Number(customer),
    orderNo: typeof orderNo === 'string' ? orderNo : null,
    head: without(own),
    lines: rows.map(lineOf),
    rows: rows.map(({ row }) => row),
  }
}
