import type ExcelJS from 'exceljs'

import type { Label, Language } from '../label'
import type { OpenReport } from '../runReport'
import { textCell } from './cells'

const words = {
  cover: { zh: '封面', en: 'Cover' },
  preparedFor: { zh: '编制', en: 'Prepared for' },
  generated: { zh: '生成时间', en: 'Generated' },
  rows: { zh: '行数', en: 'Rows' },
  filters: { zh: '条件', en: 'Filters' },
  none: { zh: '全部', en: 'all' },
  control: { zh: '控制合计', en: 'Control total' },
  books: { zh: '账面', en: 'By the books' },
  report: { zh: '本表合计', en: 'Total of this report' },
  verdict: { zh: '核对', en: 'Check' },
  agrees: { zh: '一致', en: 'agrees' },
  differs: { zh: '不一致', en: 'DIFFERS' },
} satisfies Record<string, Label>

const letters = { name: 'Calibri', family: 2, size: 11 } as const
const quiet = { ...letters, color: { argb: 'FF555555' } }

/** The first sheet: what this is, who asked what and when, how many rows there are, and whether they agree with the books. */
export function writeCover({
  book,
  report,
  language,
  generatedAt,
  preparedFor,
}: {
  book: ExcelJS.stream.xlsx.WorkbookWriter
  report: OpenReport
  language: Language
  generatedAt: string
  preparedFor: string
}): void {
  const { title, stated, rowCount, controlTotal } = report
  const sheet = book.addWorksheet(words.cover[language], {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  const word = (key: keyof typeof words): string => words[key][language]
  const lines: [string, string | number][] = [
    [word('preparedFor'), preparedFor],
    [word('generated'), generatedAt],
    [word('rows'), rowCount],
    ...(stated.length === 0
      ? ([[word('filters'), word('none')]] as [string, string][])
      : stated.map(({ label, value }): [string, string] => [`${word('filters')}: ${label}`, value])),
    [word('control'), controlTotal.label],
    [word('books'), controlTotal.expected],
    [word('report'), controlTotal.actual],
    [word('verdict'), controlTotal.ok ? word('agrees') : word('differs')],
  ]
  // no label runs into its value
  sheet.columns = [{ width: Math.min(48, Math.max(24, ...lines.map(([label]) => label.length + 2))) }, { width: 70 }]
  const head = sheet.addRow([textCell(title)])
  head.font = { ...letters, bold: true, size: 18 }
  head.height = 32
  head.commit()
  sheet.addRow([]).commit()
  for (const [label, value] of lines) {
    const row = sheet.addRow([textCell(label), typeof value === 'number' ? value : textCell(value)])
    row.getCell(1).font = quiet
    row.getCell(2).alignment = { horizontal: 'left', wrapText: true }
    if (typeof value === 'number') row.getCell(2).numFmt = Number.isInteger(value) && value === rowCount ? '#,##0' : '#,##0.00####'
    if (label === word('verdict'))
      row.getCell(2).font = { ...letters, bold: true, color: { argb: controlTotal.ok ? 'FF2E7D32' : 'FFC00000' } }
    row.commit()
  }
  sheet.commit()
}
