import { PassThrough } from 'node:stream'

import type { ImportError } from '../kinds'
import type { OpenTable } from '../reading/openTable'

const reasons = { zh: '原因', en: 'Reasons' }

/**
 * The rows that are wrong, as they stood, with a column that says why: corrected and sent again, they come in as any file does. The extra
 * column stands for nothing and is passed over.
 */
export async function writeErrorFile({
  table,
  errors,
  language,
}: {
  table: OpenTable
  errors: readonly ImportError[]
  language: 'zh' | 'en'
}): Promise<Buffer> {
  const told = new Map<number, string[]>()
  for (const { row, heading, column, message } of errors) {
    const words = [heading ?? column, message].filter(Boolean).join(language === 'zh' ? '：' : ': ')
    told.set(row, [...(told.get(row) ?? []), words])
  }
  const stream = new PassThrough()
  const parts: Buffer[] = []
  stream.on('data', (part: Buffer) => parts.push(part))
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = book.addWorksheet(reasons[language])
  sheet.columns = [...table.headings, reasons[language]].map(() => ({ width: 16, style: { numFmt: '@' } }))
  sheet.addRow([...table.headings, reasons[language]]).commit()
  for await (const rows of table.sourceRows()) {
    for (const { row, cells } of rows) {
      const own = told.get(row)
      if (own) sheet.addRow([...table.headings.map((heading) => cells[heading] ?? ''), own.join('\n')]).commit()
    }
  }
  await book.commit()
  return Buffer.concat(parts)
}
