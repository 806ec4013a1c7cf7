import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { tableBook } from './tableBook'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gendan-book-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(csv: string, most?: number) {
  const [from, target] = [path.join(folder, 'items.csv'), path.join(folder, 'items.xlsx')]
  await writeFile(from, `\uFEFF${csv}`)
  const told = await tableBook({ csv: from, target, table: 'items', figures: new Set(['id', 'price']), ...(most ? { most } : {}) })
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(target)
  const rowsOf = (at: number) => {
    const sheet = book.worksheets[at]
    return Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) => (sheet?.getRow(row + 1).values as unknown[]).slice(1))
  }
  return { told, names: book.worksheets.map(({ name }) => name), rowsOf }
}

test('figures are figures, codes and what looks like a formula are texts, and no digit is lost', async () => {
  const { told, rowsOf } = await read('id,code,price,name\n1,0012,12.50,=1+1\n2,13800138000,1234567890123456.75,"铆钉, ""大"""\n')
  expect(rowsOf(0)).toEqual([
    ['id', 'code', 'price', 'name'],
    [1, '0012', 12.5, '=1+1'],
    [2, '13800138000', '1234567890123456.75', '铆钉, "大"'],
  ])
  expect(told).toEqual({ rows: 2, cut: 0 })
})

test('more rows than a sheet takes go on in the next, with their headings; a text that is too long says so', async () => {
  const long = 'x'.repeat(40_000)
  const { told, names, rowsOf } = await read(`id,name\n1,a\n2,b\n3,${long}\n`, 3)
  expect(names).toEqual(['items', 'items 2'])
  expect(rowsOf(0)).toHaveLength(3)
  const [head, last] = rowsOf(1)
  expect([head, String(last?.[1]).length, String(last?.[1]).endsWith('(whole in the CSV)')]).toEqual([['id', 'name'], 32_767, true])
  expect(told).toEqual({ rows: 3, cut: 1 })
})
