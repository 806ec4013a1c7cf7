import ExcelJS from 'exceljs'

import { add, type Sums } from '../movingHouses/house'

export type Cells = ReadonlyArray<string | number | null>
export type Step = {
  kind: string
  file: string | Buffer
  /** what its sender answers, and what he corrects of the proposal */
  answers?: Readonly<Record<string, string>>
  mapping?: Readonly<Record<string, string | null>>
}
export type Leaving = {
  name: string
  steps: readonly Step[]
  /** net of the history, what is owed, what lies in store: in cents */
  sold: Record<'customer' | 'item' | 'month', Sums>
  owed: Sums
  /** the day it is told of */
  asOf: string
  /** what is owed by how late it is, where the list says it */
  late?: Readonly<Record<string, number>>
  stock: Sums
}

/** A text as a system writes it: fields in quotes where they need it, lines ended as on Windows. */
export const table = (rows: readonly Cells[], separator = ','): string =>
  rows
    .map((row) =>
      row
        .map((cell) => {
          const text = String(cell ?? '')
          return /["\n;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
        })
        .join(separator),
    )
    .join('\r\n')

export async function workbook(name: string, rows: readonly Cells[], merged: readonly string[] = []): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(name)
  for (const row of rows) sheet.addRow([...row])
  for (const range of merged) sheet.mergeCells(range)
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** One line sold, in the sums. */
export function sell(
  sold: Leaving['sold'],
  { customer, item, month }: { customer: string; item: string; month: string },
  cents: number,
): void {
  add(sold.customer, customer, cents)
  add(sold.item, item, cents)
  add(sold.month, month, cents)
}
export const nothingSold = (): Leaving['sold'] => ({ customer: {}, item: {}, month: {} })
