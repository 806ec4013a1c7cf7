// More than 200 lines: a workbook is written front to back in one stream; its parts share one state.

import type { Writable } from 'node:stream'

import type { Column } from '../columns'
import { isFigure, kinds } from '../columns'
import type { Row } from '../defineReport'
import type { Label, Language } from '../label'
import type { OpenReport } from '../runReport'
import { cellOf, formatOf, letterOf, textCell } from './cells'
import { chartWords } from '../chartWords'
import { chartPicture } from './chartPicture'
import { foldedGroups, type Group } from './foldedGroups'
import { rowXml } from './rowXml'
import { writeCover } from './writeCover'
import { type Sheet, streamingBook } from './streamingBook'

const words = {
  filters: { zh: '条件', en: 'Filters' },
  none: { zh: '全部', en: 'all' },
  rows: { zh: '行数', en: 'Rows' },
  generated: { zh: '生成时间', en: 'Generated' },
  total: { zh: '合计', en: 'Total' },
  control: { zh: '控制合计', en: 'Control total' },
  agrees: { zh: '一致', en: 'agrees' },
  differs: { zh: '不一致', en: 'DIFFERS' },
  chart: { zh: '图表', en: 'Chart' },
  subtotal: { zh: '小计', en: 'subtotal' },
} satisfies Record<string, Label>

/** Rows of the sheet: title, filters, count and time, a gap, then the header. */
const headerRow = 5
/** The chart shows the first rows; more are not kept in memory. */
const rowsForChart = 2000
const shade = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFF3F8' } } as const
/** A font without a name is another one in LibreOffice. */
const letters = { name: 'Calibri', family: 2, size: 11 } as const
/** Height of a row as it comes, in pixels. */
const rowPixels = 20
/** Height of a row in which Chinese signs touch nothing, in points. */
const rowHeight = 17
/** Characters beside one another that can still be read on a page across. */
const widthOfPage = 260
const line = { style: 'thin', color: { argb: 'FF7F8FA6' } } as const

const figure = (value: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: Number.isInteger(value) ? 0 : 2, maximumFractionDigits: 6 })

/** Characters a bold heading takes: a Chinese one is two wide. */
const headWidth = (title: string): number => 2 + [...title].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1.1), 0)

/** Words keep a space from the figures on their left. */
const alignmentOf = ({ kind }: Pick<Column, 'kind'>) =>
  kinds[kind].align === 'left' ? ({ horizontal: 'left', indent: 1 } as const) : { horizontal: kinds[kind].align }

/**
 * Writes an open report into `out` as xlsx, row by row as they are read: a cover that says what was asked, by whom and when, how many rows there are and
 * whether they agree with the books; the rows with typed cells, frozen header, widths, autofilter, groups that fold with their subtotals, totals as formulas
 * with their results cached; and the chart as a picture on a sheet of its own. Ends `out`. Throws when the reader has gone or the rows cannot be read.
 */
export async function writeWorkbook({
  report,
  out,
  language,
  generatedAt,
  preparedFor,
  hidden = new Set(),
}: {
  report: OpenReport
  out: Writable
  language: Language
  /** Columns that are there for the formulas and not shown. */
  hidden?: ReadonlySet<string>
  /** Business time, as it shall be read. */
  generatedAt: string
  preparedFor: string
}): Promise<void> {
  const { columns } = report
  const { book, room, placePicture, styleNumber, writeRows } = await streamingBook(out)
  book.creator = 'Gendan'
  book.lastModifiedBy = 'Gendan'
  writeCover({ book, report, language, generatedAt, preparedFor })
  const widths = columns.map((column) => Math.max(column.width, headWidth(column.title[language])))
  const named = Math.max(0, columns.findIndex(isFigure))
  const sheet = book.addWorksheet(report.title, {
    properties: { outlineLevelRow: report.foldBy ? 1 : 0, defaultRowHeight: rowHeight },
    views: [{ state: 'frozen', ySplit: headerRow, xSplit: named }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      // so wide that nobody could read it on one page: on two, with the names of the rows on both
      fitToWidth: widths.reduce((sum, width) => sum + width, 0) > widthOfPage ? 2 : 1,
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow}`,
      ...(named > 0 ? { printTitlesColumn: `A:${letterOf(named)}` } : {}),
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  })
  const styleOf = (column: Column) => ({ numFmt: formatOf(column), alignment: alignmentOf(column) })
  sheet.columns = columns.map((column, at) => ({
    width: widths[at] ?? column.width,
    hidden: hidden.has(column.key),
    style: styleOf(column),
  }))
  writeHead({ sheet, report, language, generatedAt })

  const xmlOf = rowXml(
    columns,
    columns.map((column) => styleNumber(styleOf(column))),
  )
  const forChart: Row[] = []
  const folds = report.foldBy ? foldedGroups({ columns, by: report.foldBy }) : null
  let last = headerRow
  for await (const batch of report.batches) {
    let rows = ''
    const flush = (): void => {
      if (rows !== '') writeRows(sheet, rows, last + 1)
      rows = ''
    }
    for (const { row } of batch) {
      if (forChart.length < rowsForChart) forChart.push(row)
      const ended = folds?.next(row, last + 1)
      if (ended) {
        flush()
        writeSubtotal({ sheet, report, language, group: ended })
        last += 1
      }
      last += 1
      rows += xmlOf(last, row, folds !== null)
    }
    flush()
    await room(sheet)
  }
  const ended = folds?.end(last)
  if (ended) {
    writeSubtotal({ sheet, report, language, group: ended })
    last += 1
  }
  writeTotals({ sheet, report, language, last })
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: Math.max(last, headerRow), column: columns.length } }
  sheet.commit()

  const option = report.chart(forChart)
  if (option) {
    const chart = book.addWorksheet(words.chart[language], { pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1 } })
    const picture = await chartPicture(option)
    placePicture(chart, picture, { column: 0, row: 0 })
    // below the picture, what it cannot show
    const below = Math.ceil(picture.height / rowPixels) + 2
    chartWords({ option, columns, language }).forEach((said, at) => {
      const row = chart.getRow(below + at)
      row.getCell(1).value = textCell(said)
      row.font = letters
      row.commit()
    })
    chart.commit()
  }
  await Promise.race([book.commit(), gone(out)])
}

/** Rejects when the reader goes away before the end; otherwise it never decides. */
function gone(out: Writable): Promise<never> {
  const leaving = new Promise<never>((_resolve, reject) => {
    out.once('close', () => {
      if (!out.writableFinished) reject(new Error('The reader of the workbook has gone'))
    })
  })
  leaving.catch(() => undefined)
  return leaving
}

type Part = { sheet: Sheet; report: OpenReport; language: Language }

function writeHead({ sheet, report, language, generatedAt }: Part & { generatedAt: string }): void {
  const asked = report.stated.map(({ label, value }) => `${label} ${value}`).join(' · ') || words.none[language]
  const lines = [
    { text: report.title, font: { ...letters, bold: true, size: 14 } },
    { text: `${words.filters[language]}: ${asked}`, font: { ...letters, color: { argb: 'FF555555' } } },
    {
      text: `${words.rows[language]}: ${report.rowCount} · ${words.generated[language]}: ${generatedAt}`,
      font: { ...letters, color: { argb: 'FF555555' } },
    },
  ]
  for (const { text, font } of lines) {
    const row = sheet.addRow([textCell(text)])
    row.getCell(1).alignment = { horizontal: 'left' }
    row.font = font
    row.commit()
  }
  sheet.addRow([]).commit()
  const header = sheet.addRow(report.columns.map(({ title }) => title[language]))
  header.height = 20
  header.eachCell((cell, at) => {
    cell.font = { ...letters, bold: true }
    cell.fill = shade
    cell.border = { bottom: line }
    cell.alignment = { ...alignmentOf(report.columns[at - 1] as Column), vertical: 'middle' }
  })
  header.commit()
}

/** The row under a group that folds: its sums as formulas, which the totals at the end leave out (SUBTOTAL ignores its like). */
function writeSubtotal({ sheet, report, language, group }: Part & { group: Group }): void {
  const { columns } = report
  const at = group.last + 1
  const cell = (key: string): string => `${letterOf(columns.findIndex((column) => column.key === key) + 1)}${at}`
  const row = sheet.addRow(
    columns.map((column, index) => {
      if (index === 0) return textCell(`${group.name} ${words.subtotal[language]}`)
      const letter = letterOf(index + 1)
      if (column.total === 'sum')
        return {
          formula: `SUBTOTAL(109,${letter}${group.first}:${letter}${group.last})`,
          result: cellOf(column, group.sums.get(column.key)?.toString()) ?? 0,
        }
      return typeof column.total === 'object' ? { formula: column.total.formula(cell) } : null
    }),
  )
  row.font = { ...letters, bold: true }
  row.commit()
}

/** Totals follow the filter a reader sets (SUBTOTAL 109); a figure whose rows overlap is given, a ratio is worked out of the totals. */
function writeTotals({ sheet, report, language, last }: Part & { last: number }): void {
  const { columns, totals, controlTotal } = report
  const at = last + 1
  const cell = (key: string): string => `${letterOf(columns.findIndex((column) => column.key === key) + 1)}${at}`
  const row = sheet.addRow(
    columns.map((column, index) => {
      if (index === 0) return words.total[language]
      if (column.total === undefined) return null
      const result = cellOf(column, totals[column.key]) ?? undefined
      if (column.total === 'given' || last === headerRow) return result ?? null
      const letter = letterOf(index + 1)
      const formula = column.total === 'sum' ? `SUBTOTAL(109,${letter}${headerRow + 1}:${letter}${last})` : column.total.formula(cell)
      return { formula, result: result ?? '' }
    }),
  )
  columns.forEach((column, index) => {
    const one = row.getCell(index + 1)
    one.font = { ...letters, bold: true }
    one.fill = shade
    one.border = { top: line }
    one.numFmt = formatOf(column)
  })
  row.commit()
  sheet.addRow([]).commit()
  const verdict = controlTotal.ok ? words.agrees : words.differs
  const control = sheet.addRow([
    `${words.control[language]}: ${controlTotal.label} ${figure(controlTotal.expected)} · ${figure(controlTotal.actual)} · ${verdict[language]}`,
  ])
  control.getCell(1).alignment = { horizontal: 'left' }
  control.font = { ...letters, color: { argb: controlTotal.ok ? 'FF555555' : 'FFC00000' }, bold: !controlTotal.ok }
  control.commit()
}
