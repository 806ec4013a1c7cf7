import { expect, test } from '@jest/globals'
import { ZipFile } from 'yazl'

import { inMemory } from './source'
import { workbookSheet } from './workbookSheet'

async function workbook(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const found: Buffer[] = []
  for await (const chunk of zip.outputStream) found.push(chunk as Buffer)
  return Buffer.concat(found)
}

/** As programs other than Excel write it: every name with a prefix, no references, texts of their own beside shared ones. */
const parts = {
  'xl/workbook.xml':
    '<x:workbook xmlns:x="m" xmlns:r="o"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="封面" sheetId="1" state="hidden" r:id="R1"/><x:sheet name="空" sheetId="4" r:id="R4"/><x:sheet name="数据" sheetId="2" r:id="R2"/><x:sheet name="其他" sheetId="3" r:id="R3"/></x:sheets></x:workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="R1" Target="worksheets/a.xml"/><Relationship Id="R2" Target="/xl/worksheets/b.xml"/><Relationship Id="R3" Target="worksheets/c.xml"/><Relationship Id="R4" Target="worksheets/d.xml"/></Relationships>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml':
    '<sst><si><t>铆</t></si><si><r><t>工字</t></r><r><t>扣</t></r><rPh sb="0" eb="1"><t>gong</t></rPh></si><si><t>a_x000A_b &amp; c</t></si></sst>',
  'xl/worksheets/a.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
  'xl/worksheets/b.xml':
    '<x:worksheet xmlns:x="m"><x:cols><x:col min="2" max="2" hidden="1"/></x:cols><x:sheetData>' +
    '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c></x:row>' +
    '<x:row r="3" hidden="true"><x:c r="A3" s="1"><x:v>44895</x:v></x:c><x:c r="C3" s="2"><x:v>0.135</x:v></x:c></x:row>' +
    '<x:row r="4"><x:c r="A4" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c r="B4" t="str"><x:f>A1</x:f><x:v>x</x:v></x:c><x:c r="C4"><x:f>B1</x:f></x:c><x:c r="D4" t="e"><x:v>#N/A</x:v></x:c></x:row>' +
    '<x:row r="5"/></x:sheetData><x:mergeCells><x:mergeCell ref="A4:A5"/></x:mergeCells></x:worksheet>',
  'xl/worksheets/c.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
  'xl/worksheets/d.xml': '<worksheet><sheetData><row r="1"><c r="A1" s="1"/></row></sheetData></worksheet>',
}

test('a workbook is walked through row by row, as its reader sees it, however it was written', async () => {
  const sheet = await workbookSheet(inMemory(await workbook(parts)), 2)
  const rows = []
  for await (const portion of sheet.portions()) rows.push(...portion)
  expect([sheet.others, [...sheet.hiddenColumns]]).toEqual([['其他'], [1]])
  expect(rows.map(({ row, hidden, cells }) => [row, hidden, ...cells.map(({ text, problem }) => problem ?? text)])).toEqual([
    [1, false, '铆', '工字扣', 'a\nb & c'],
    [3, true, '2026-12-01', '', '13.5%'],
    [4, false, '甲', 'x', 'noResult', 'error'],
    [5, false, '甲'],
  ])
})

test('it may be walked through again, and what is no workbook is told', async () => {
  const sheet = await workbookSheet(inMemory(await workbook(parts)), 2000)
  const count = async (): Promise<number> => {
    let rows = 0
    for await (const portion of sheet.portions()) rows += portion.length
    return rows
  }
  expect([await count(), await count()]).toEqual([4, 4])
  await expect(workbookSheet(inMemory(Buffer.from('PK nothing')), 2000)).rejects.toThrow()
  const broken = await workbook({ ...parts, 'xl/worksheets/b.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>' })
  await expect(workbookSheet(inMemory(broken), 2000)).rejects.toMatchObject({ code: 'WORKBOOK_BROKEN' })
})
