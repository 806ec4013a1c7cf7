import { Writable } from 'node:stream'

import ExcelJS from 'exceljs'

import { col } from '@/reports/kit/columns'
import { cellOf, formatOf } from '@/reports/kit/excel/cells'
import { writeWorkbook } from '@/reports/kit/excel/writeWorkbook'
import type { Row } from '@/reports/kit/row'
import type { OpenReport } from '@/reports/kit/runReport'
import { sized } from './size'

const rowCount = sized(200_000)
const portion = 1000

const columns = [
  col.code('code', { zh: '编号', en: 'Code' }),
  col.customer('customer', { zh: '客户', en: 'Customer' }),
  col.date('date', { zh: '日期', en: 'Date' }),
  col.text('salesperson', { zh: '业务员', en: 'Salesperson' }),
  col.quantity('quantity', { zh: '数量', en: 'Quantity' }),
  col.money('amount', { zh: '金额', en: 'Amount' }),
  col.money('tax', { zh: '税额', en: 'Tax' }),
  col.money('gross', { zh: '价税合计', en: 'Gross' }),
  col.money('cost', { zh: '成本', en: 'Cost' }),
  col.percent('margin', { zh: '毛利率', en: 'Margin' }),
]

/** A row as reports give it: texts, and figures as exact decimal text. */
const rowAt = (n: number): Row => ({
  code: `C${n}`,
  customer: `广州蓝鲸牛仔服饰有限公司 ${n % 977}`,
  date: `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
  salesperson: '林晓梅',
  quantity: `${n % 5000}.5000`,
  amount: `${n}.25`,
  tax: `${(n * 13) % 10_000}.07`,
  gross: `${n + 17}.32`,
  cost: `${n % 3000}.10`,
  margin: `${n % 60}.1250`,
})

const nowhere = (): Writable & { bytes: number } => {
  const out = Object.assign(
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        out.bytes += chunk.length
        done()
      },
    }),
    { bytes: 0 },
  )
  return out
}

/** The house's writer: cover, head, totals, rows in portions. The chart is left out on both sides. */
async function ours(): Promise<number> {
  const report: OpenReport = {
    name: 'bench',
    title: '速度',
    stated: [],
    columns,
    asked: {},
    rowCount,
    totals: {},
    controlTotal: { column: 'amount', label: '', expected: 0, actual: 0, ok: true },
    batches: (async function* () {
      for (let at = 0; at < rowCount; at += portion) {
        yield await Promise.resolve(Array.from({ length: portion }, (_none, n) => ({ source: {}, row: rowAt(at + n) })))
      }
    })(),
    chart: () => null,
  }
  const out = nowhere()
  await writeWorkbook({ report, out, language: 'zh', generatedAt: '', preparedFor: '' })
  return out.bytes
}

/** ExcelJS's own streaming writer as its documentation shows it: the same cells, formats by column, every row committed. */
async function theirs(): Promise<number> {
  const out = nowhere()
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet('速度')
  sheet.columns = columns.map((column) => ({ width: column.width, style: { numFmt: formatOf(column) } }))
  for (let at = 0; at < rowCount; at += 1) {
    const row = rowAt(at)
    sheet.addRow(columns.map((column) => cellOf(column, row[column.key]))).commit()
    if (at % portion === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  sheet.commit()
  await book.commit()
  return out.bytes
}

/** Runs both in turn, and says rows per second, their ratio and how far memory rose. */
export async function benchExcel(): Promise<number> {
  const best = { ours: 0, theirs: 0 }
  for (let round = 0; round < 3; round += 1) {
    for (const [name, write] of [
      ['ours', ours],
      ['theirs', theirs],
    ] as const) {
      let peak = 0
      const before = process.memoryUsage().rss
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss - before)), 50)
      const start = process.hrtime.bigint()
      const bytes = await write()
      const seconds = Number(process.hrtime.bigint() - start) / 1e9
      clearInterval(watch)
      const speed = Math.round(rowCount / seconds)
      best[name] = Math.max(best[name], speed)
      process.stdout.write(
        `${name.padEnd(7)} ${speed.toLocaleString('en-US')} rows/s, ${(bytes / 1e6).toFixed(1)} MB, memory +${Math.round(peak / 1e6)} MB\n`,
      )
    }
  }
  const ratio = best.ours / best.theirs
  process.stdout.write(`ratio ${ratio.toFixed(2)} (at least 0.80 is wanted)\n`)
  return ratio >= 0.8 ? 0 : 1
}
