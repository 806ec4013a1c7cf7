import { PassThrough } from 'node:stream'

import type { ImportError } from '../kinds'
import type { OpenTable } from '../reading/openTable'

const reasons = { zh: '原因', en: 'Reasons' }
const marked = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE08A' } } as const

/** What is wrong, row by row: the words, and the headings of the cells concerned. */
function wrongRows(table: OpenTable, errors: readonly ImportError[], language: 'zh' | 'en') {
  const told = new Map<number, { words: string[]; headings: Set<string> }>()
  for (const { row, heading, column, message } of errors) {
    const known = told.get(row) ?? { words: [], headings: new Set() }
    known.words.push([heading ?? column, message].filter(Boolean).join(language === 'zh' ? '：' : ': '))
    known.headings.add(table.headingOf(column))
    told.set(row, known)
  }
  return told
}

/**
 * The list as it stood, all of it, with the cells marked that are wrong and a last column that says why: nothing of the file has come in, so
 * that the corrected one must hold everything, every line of an order too. The extra column stands for nothing and is passed over.
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
  const told = wrongRows(table, errors, language)
  const stream = new PassThrough()
  const parts: Buffer[] = []
  stream.on('data', (part: Buffer) => parts.push(part))
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = book.addWorksheet(reasons[language], { views: [{ state: 'frozen', ySplit: 1 }] })
  const headings = [...table.headings, reasons[language]]
  sheet.columns = headings.map((_, index) => ({ width: index === headings.length - 1 ? 60 : 16, style: { numFmt: '@' } }))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headings.length } }
  sheet.addRow(headings).commit()
  for await (const rows of table.sourceRows()) {
    for (const { row, cells } of rows) {
      const wrong = told.get(row)
      const line = sheet.addRow([...table.headings.map((heading) => cells[heading] ?? ''), wrong?.words.join('\n') ?? ''])
      if (wrong)
        headings.forEach((heading, index) => {
          // the cells of a column share one style
          const cell = line.getCell(index + 1)
          if (wrong.headings.has(heading) || index === headings.length - 1) cell.style = { ...cell.style, fill: marked }
        })
      line.commit()
    }
  }
  await book.commit()
  return Buffer.concat(parts)
}
