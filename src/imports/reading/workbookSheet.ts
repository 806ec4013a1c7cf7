import type { SheetRows } from './sheet'
import type { Source } from './source'
import { openArchive } from './workbook/archive'
import { formatsOf } from './workbook/formats'
import { aroundRows, rowsOfSheet } from './workbook/rowsOfSheet'
import { sharedTexts } from './workbook/sharedTexts'
import { filledSheets } from './workbook/sheetsOf'

/**
 * A visible sheet of a workbook with content, the first unless one is named, walked through where it lies as often as needed: of its rows one portion is held, and of
 * the workbook the texts its cells share. Row numbers, hidden rows and hidden columns are those of the sheet.
 */
export async function workbookSheet(source: Source, portion: number, wanted?: string): Promise<SheetRows> {
  const archive = await openArchive(source)
  const { sheets, from1904 } = await filledSheets(archive)
  const sheet = sheets.find(({ name }) => name === wanted) ?? sheets[0]
  const others = sheets.filter((one) => one !== sheet).map(({ name }) => name)
  const around = { separator: '', others, ...(sheet ? { name: sheet.name } : {}), names: sheets.map(({ name }) => name) }
  if (!sheet) return { ...around, hiddenColumns: new Set(), portions: nothing }
  const { hidden, joined } = await aroundRows({ archive, part: sheet.part })
  const reading = { archive, part: sheet.part, texts: await sharedTexts(archive), formatOf: await formatsOf(archive), from1904 }
  return { ...around, hiddenColumns: hidden, portions: () => rowsOfSheet(reading, joined, portion) }
}

async function* nothing(): AsyncIterable<never[]> {
  yield await Promise.resolve([])
}
