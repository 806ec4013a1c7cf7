import type { DataValidation, Worksheet } from 'exceljs'

import type { ImportColumn, Words } from '../column'
import type { ImportDefinition } from './definition'
import type { Language } from '@/src/domain/words/words'

const words = {
  notes: { zh: '说明', en: 'Notes' },
  lists: { zh: '选项', en: 'Choices' },
  column: { zh: '列', en: 'Column' },
  required: { zh: '必填', en: 'Required' },
  takes: { zh: '可填', en: 'Takes' },
  example: { zh: '示例', en: 'Example' },
  note: { zh: '备注', en: 'Remark' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} satisfies Record<string, Words>

const takes: Record<ImportColumn['type'], Words> = {
  text: { zh: '文字', en: 'Text' },
  figure: { zh: '数字，如 1,234.50', en: 'A figure, as 1,234.50' },
  rate: { zh: '百分数，如 13%（或 13）', en: 'Percent, as 13% (or 13)' },
  day: { zh: '日期，如 2026-12-05', en: 'A date, as 2026-12-05' },
  flag: { zh: '是、否', en: 'yes, no' },
  choice: { zh: '下列之一', en: 'One of' },
  choices: { zh: '下列若干，用顿号分隔', en: 'Any of, separated by commas' },
  relation: { zh: '编码或名称', en: 'Code or name' },
  relations: { zh: '编码或名称，用顿号分隔', en: 'Codes or names, separated by commas' },
}

const choicesOf = ({ type, choices = [] }: ImportColumn, language: Language): string[] =>
  type === 'flag' ? [words.yes[language], words.no[language]] : type === 'choice' ? choices.map(({ label }) => label[language]) : []

const exampleOf = ({ example }: ImportColumn, language: Language): string =>
  typeof example === 'object' ? example[language] : (example ?? '')

/** How far down the drop-downs reach; what is typed below them is judged all the same. */
const lastRow = 5000

/** ExcelJS keeps one drop-down for a whole range; its types know only those of single cells. */
const dropDowns = (sheet: Worksheet): { add: (range: string, validation: DataValidation) => void } => {
  if (!('dataValidations' in sheet)) throw new Error('ExcelJS has no drop-downs any more')
  return sheet.dataValidations as { add: (range: string, validation: DataValidation) => void }
}

/** Columns of the notes: their names, what they take, an example, what there is to say. */
const noteWidths = [32, 10, 44, 24, 84] as const

/** What a text takes of a column's width: a Chinese sign is as wide as two others. */
const wide = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 2 : 1.05), 0)

/** Printed, a sheet is as wide as its page. */
const onePageWide = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const

/**
 * The template of a kind of file: the first sheet is filled in, the second says of every column what it takes with an example, and the
 * choices of the drop-downs stand on a hidden third.
 */
export async function writeTemplate({
  definition: { title, note },
  columns,
  language,
}: {
  definition: Pick<ImportDefinition, 'title' | 'note'>
  columns: readonly ImportColumn[]
  language: Language
}): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(title[language], { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: onePageWide })
  const notes = book.addWorksheet(words.notes[language], { pageSetup: onePageWide })
  const lists = book.addWorksheet(words.lists[language], { state: 'hidden' })
  columns.forEach((column, index) => {
    const cell = sheet.getCell(1, index + 1)
    cell.value = `${column.label[language]}${column.required ? ' *' : ''}`
    cell.font = { bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: column.required ? 'FFFFE8B3' : 'FFEDEFF2' } }
    sheet.getColumn(index + 1).width = Math.max(12, column.label[language].length * (language === 'zh' ? 2.2 : 1.2) + 2)
    // codes keep their zeros
    if (column.type === 'text' || column.type === 'relation') sheet.getColumn(index + 1).numFmt = '@'
    const choices = choicesOf(column, language)
    if (choices.length === 0) return
    choices.forEach((choice, at) => (lists.getCell(at + 1, index + 1).value = choice))
    const letter = lists.getColumn(index + 1).letter
    const formula = `'${words.lists[language]}'!$${letter}$1:$${letter}$${String(choices.length)}`
    dropDowns(sheet).add(`${letter}2:${letter}${String(lastRow)}`, {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: false,
    })
  })
  notes.addRow([title[language]]).font = { bold: true, size: 14 }
  notes.addRow([note[language]])
  notes.addRow([])
  notes.addRow([words.column, words.required, words.takes, words.example, words.note].map((word) => word[language])).font = { bold: true }
  for (const column of columns) {
    const listed = column.type === 'choices' ? (column.choices ?? []).map(({ label }) => label[language]) : choicesOf(column, language)
    notes.addRow([
      column.label[language],
      column.required ? words.yes[language] : '',
      listed.length > 0 && column.type !== 'flag'
        ? `${takes[column.type][language]}${language === 'zh' ? '：' : ': '}${listed.join(language === 'zh' ? '、' : ', ')}`
        : takes[column.type][language],
      exampleOf(column, language),
      column.note?.[language] ?? '',
    ])
  }
  noteWidths.forEach((width, index) => (notes.getColumn(index + 1).width = width))
  notes.eachRow((row, number) => {
    if (number <= 3) return
    row.alignment = { wrapText: true, vertical: 'top' }
    row.height = 15 * Math.max(...noteWidths.map((width, index) => Math.ceil(wide(String(row.getCell(index + 1).value ?? '')) / width)), 1)
  })
  notes.mergeCells(2, 1, 2, 5)
  notes.getRow(2).alignment = { wrapText: true, vertical: 'top' }
  notes.getRow(2).height = 32
  return Buffer.from(await book.xlsx.writeBuffer())
}
