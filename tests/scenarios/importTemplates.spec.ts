import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { definitions } from '@/src/imports/definitions'
import { chosen } from '@/src/imports/engine/chosen'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

/** Orders of every day are no administrator's. */
const who = (kind: string): string => (kind === 'orders' ? f.boss : f.admin).token

/** The template as it is downloaded, its first row filled in with the examples of its second sheet, as a person would copy them. */
async function filledTemplate(kind: string, language: 'zh' | 'en'): Promise<Blob> {
  const { default: ExcelJS } = await import('exceljs')
  const answer = await app.api.get(`/import/${kind}/template?language=${language}`, { token: who(kind) })
  expect(answer.status).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await answer.raw.arrayBuffer())
  const [sheet, notes] = book.worksheets
  if (!sheet || !notes) throw new Error('no sheets')
  const heads = new Map<string, number>()
  sheet.getRow(1).eachCell((cell, column) => heads.set(String(cell.value).replace(/ \*$/, ''), column))
  notes.eachRow((row) => {
    const column = heads.get(String(row.getCell(1).value))
    const example = row.getCell(4).value
    if (column !== undefined && example) sheet.getCell(2, column).value = example
  })
  return new Blob([await book.xlsx.writeBuffer()])
}

const cases = (['zh', 'en'] as const).flatMap((language) => definitions.map(({ kind }) => [language, kind] as const))

test.each(cases)('%s: the template of %s, filled in with its own examples, comes in as it is', async (language, kind) => {
  const body = new FormData()
  body.append('file', await filledTemplate(kind, language), 'file.xlsx')
  const report = done(await app.api.post(`/import/${kind}`, { token: who(kind), body }))
  expect(report).toMatchObject({ rows: 1, errors: [] })
})

test('what came in by templates is proven', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})

/** Ways to write a word that mean it: the signs of the other alphabet, blanks before brackets or nowhere, capitals. */
const writings = (word: string): string[] => [
  word,
  word.toUpperCase(),
  word.replace(/[（(]/g, ' (').replace(/）/g, ')'),
  word.replace(/\s*\(/g, '（').replace(/\)/g, '）'),
  word.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ` ${word.replace(/\s/g, '')} `,
]

test('every choice of every kind is taken however its word is written, and means what the word means', async () => {
  const req = await createLocalReq({}, app.payload)
  let words = 0
  for (const { kind, columns } of definitions)
    for (const column of columns(req))
      for (const { value, label } of column.choices ?? [])
        for (const word of [value, label.zh, label.en]) {
          words += 1
          const told = writings(word).map((written) => chosen(column, written))
          expect([kind, column.name, word, ...new Set(told)]).toEqual([kind, column.name, word, value])
        }
  expect(words).toBeGreaterThan(100)
})
