import { randomBytes } from 'node:crypto'

import { d, Decimal } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import type { SalesLine } from '@/src/domain/orders/order'

import * as column from './columns'
import type { Group, GroupContext } from './groupedKind'
import { type LineHeader, openingLine } from './openingLine'
import { sharedOut } from './sharedOut'

type Values = Record<string, unknown>

/** What a file says of a sales document as a whole. */
export const headFields = [
  column.customer,
  column.date,
  column.currency,
  column.exchangeRate,
  column.taxMode,
  column.salesperson,
  column.department,
  column.paymentTerms,
  column.region,
  column.channel,
  column.freight,
  column.freightTaxRate,
  column.documentTotal,
  column.documentTax,
  column.documentDiscount,
] as const

/** What a file says of each of its lines. */
export const lineFields = [
  column.item,
  column.qty,
  column.unit,
  column.price,
  column.discountRate,
  column.taxRate,
  column.net,
  column.gross,
  column.tax,
  column.discountAmount,
  column.lineFreight,
] as const

export const rowId = (): string => randomBytes(12).toString('hex')

/** The lines of a document from elsewhere; a quantity that may not be, and a unit its item does not know, are told and left out. */
export function openingLines<More extends object>({
  context,
  group,
  header,
  sign = 1,
  isWrong,
  more,
}: {
  context: GroupContext
  group: Group
  header: LineHeader
  sign?: 1 | -1
  /** what is told of a quantity that may not be, by the quantity and what else the line says */
  isWrong: (qty: number, values: Values) => { zh: string; en: string } | null
  /** what the kind of document knows of a line besides */
  more: (values: Values, row: number) => More
}): Array<SalesLine & More> {
  return sharedOut(group).flatMap(({ row, values }): Array<SalesLine & More> => {
    const wrong = isWrong(Number(values['qty']), values)
    if (wrong) {
      context.wrong(row, 'qty', wrong.zh, wrong.en)
      return []
    }
    const line = openingLine({ id: rowId(), values, good: context.masters.good(Number(values['item'])), header, sign })
    if (line) return [{ ...line, ...more(values, row) }]
    context.wrong(row, 'unit', `物料没有单位 ${String(values['unit'])}`, `The item has no unit ${String(values['unit'])}`)
    return []
  })
}

/** What lines come to. */
export function totalsOf(lines: ReadonlyArray<Pick<SalesLine, 'net' | 'tax' | 'gross'>>): {
  netTotal: number
  taxTotal: number
  grossTotal: number
} {
  const sum = (of: 'net' | 'tax' | 'gross'): number => toNumber(lines.reduce((total, line) => total.plus(d(line[of])), new Decimal(0)))
  return { netTotal: sum('net'), taxTotal: sum('tax'), grossTotal: sum('gross') }
}
