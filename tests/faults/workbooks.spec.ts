import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import pg from 'pg'

import { reports } from '@/reports'
import { generateBooks } from '@/src/server/commands/bench/books/generateBooks'

import { startApp, type TestApp } from '../support/app'
import { questionsOf } from '../support/reportQuestions'
import { type Factory, openFactory } from '../support/story'
import { hasProgram, openFolder, runProgram } from './support/programs'

const there = hasProgram('soffice')
if (!there) process.stderr.write('LibreOffice is not installed (Debian: apt-get install libreoffice-calc): no workbook was recalculated\n')
const inOffice = there ? describe : describe.skip

let app: TestApp
let f: Factory
const home = openFolder('workbooks')

/** What is asked of each report: as it opens, and each of its choices and flags; of sales analysis also what folds, ranks and compares. */
const asked = reports.flatMap((report) => questionsOf(report).map((query) => ({ name: report.name, query })))
const more = [
  { name: 'sales-analysis', query: 'by=customer&then=itemCategory&yearBefore=true' },
  { name: 'sales-analysis', query: 'by=item&abc=true&top=3' },
  { name: 'sales-analysis', query: 'by=region&then=month&top=2' },
]

beforeAll(async () => {
  app = await startApp({ environment: { LOG_LEVEL: 'silent' } })
  f = await openFactory(app)
  const books = new pg.Client({ connectionString: app.database.url })
  await books.connect()
  await generateBooks(books, { lines: 300, seed: 5, last: new Date().toISOString().slice(0, 10) })
  await books.end()
}, 300_000)
afterAll(async () => {
  rmSync(home, { recursive: true, force: true })
  await app.close()
})

/** The workbook with the value that was stored with each formula replaced, so that whoever does not work formulas out is found. */
async function forgotten(file: Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(file)
  for (const name of Object.keys(zip.files).filter((one) => /worksheets\/sheet\d+\.xml$/.test(one))) {
    const xml = await zip.file(name)!.async('string')
    zip.file(name, xml.replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1<v>987654321</v>'))
  }
  return zip.generateAsync({ type: 'nodebuffer' })
}

type Cells = Map<string, unknown>
type Told = { formulas: Cells; plain: Cells }

async function cellsOf(file: Buffer): Promise<Told> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(file).buffer)
  const told: Told = { formulas: new Map(), plain: new Map() }
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const place = `${sheet.name}!${cell.address}`
        if (cell.formula) told.formulas.set(place, cell.result)
        else told.plain.set(place, cell.value)
      }),
    )
  return told
}

const figure = (value: unknown): number | null => (value === undefined || value === null || value === '' ? null : Number(value))

/** LibreOffice works formulas out as it loads, whoever wrote the file. */
function workOut(folder: string): void {
  const profile = path.join(home, 'profile', 'user')
  runProgram({ name: 'mkdir', args: ['-p', profile, path.join(home, 'out')], cwd: home })
  writeFileSync(
    path.join(profile, 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`,
  )
  runProgram({
    name: 'sh',
    args: ['-c', `soffice -env:UserInstallation=file://${home}/profile --headless --convert-to xlsx --outdir out ${folder}/*.xlsx`],
    cwd: home,
  })
}

inOffice('workbooks in another program than Excel', () => {
  for (const language of ['zh', 'en'] as const)
    test(`every total of every report is worked out to what the report says (${language})`, async () => {
      const written = new Map<string, Told>()
      runProgram({ name: 'mkdir', args: ['-p', language], cwd: home })
      for (const { name, query } of [...asked, ...more]) {
        const file = `${language}-${String(written.size).padStart(3, '0')}-${name}.xlsx`
        const { status, raw } = await app.api.get(`/reports/${name}?${query}&format=xlsx`, { token: f.boss.token, language })
        if (status === 400) continue // choices that are fine only together with others
        expect([name, query, status]).toEqual([name, query, 200])
        const content = Buffer.from(await raw.arrayBuffer())
        written.set(file, await cellsOf(content))
        writeFileSync(path.join(home, language, file), await forgotten(content))
      }
      workOut(language)
      const [wrong, worked]: [unknown[], { formulas: number }] = [[], { formulas: 0 }]
      for (const [file, told] of written) {
        const found = await cellsOf(readFileSync(path.join(home, 'out', file)))
        for (const [place, value] of told.formulas) {
          const [said, here] = [figure(value), figure(found.formulas.get(place))]
          worked.formulas += 1
          const alike =
            said === null ? value === undefined || here === null : here !== null && Math.abs(said - here) <= 1e-6 + 1e-9 * Math.abs(said)
          if (!alike) wrong.push([file, place, value, found.formulas.get(place)])
        }
        for (const [place, value] of found.plain)
          if (/^(Err:|#(NAME|REF|VALUE|DIV|N\/A))/.test(String(value))) wrong.push([file, place, value])
      }
      expect(wrong).toEqual([])
      expect(readdirSync(path.join(home, 'out')).filter((name) => name.startsWith(language)).length).toBe(written.size)
      expect(worked.formulas).toBeGreaterThan(1000)
    }, 1_800_000)
})
