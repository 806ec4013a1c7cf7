import { createRequire } from 'node:module'
import path from 'node:path'

import type { Content, TableCell } from 'pdfmake'

import type { RichBlock } from '@/src/domain/text/richText'
import { plainTextOf } from '@/src/domain/text/writeRichText'

import { richContent } from './richContent'
import type { Sheet, SheetCell, SheetColumn } from './sheet'
import { grey, rule, sheetFoot, sheetHead } from './sheetEdges'

/** The printed face is shipped with the house, so that a sheet looks alike on every server, Chinese included. */
const fontFolder = path.dirname(
  createRequire(path.join(process.cwd(), 'package.json')).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
)
const face = (weight: string): string => path.join(fontFolder, weight, `NotoSansSC_${weight}.ttf`)

let printer: Promise<typeof import('pdfmake')> | undefined

/** What makes PDF is read with the first sheet. */
async function prepare(): Promise<typeof import('pdfmake')> {
  const { default: pdfmake } = await import('pdfmake')
  pdfmake.setFonts({
    Sans: { normal: face('400Regular'), bold: face('700Bold'), italics: face('400Regular'), bolditalics: face('700Bold') },
  })
  pdfmake.setUrlAccessPolicy(() => false) // a sheet never fetches anything
  pdfmake.setLocalAccessPolicy((file: string) => file.startsWith(fontFolder))
  return pdfmake
}

/** A word that no column could hold is cut where the column ends, instead of pushing the table off the page. */
const LONGEST_WORD = 20
const wrapped = (text: string, noWrap = false): { text: string; noWrap?: boolean; wordBreak?: 'break-all' } => {
  const isLong = text.split(/[\s\u2e80-\uffff]+/).some((word) => word.length > LONGEST_WORD)
  return isLong ? { text, wordBreak: 'break-all' } : { text, noWrap }
}

const cellOf = (cell: SheetCell, column: SheetColumn | undefined): TableCell => {
  const [align, noWrap] = [column?.align ?? 'left', column?.noWrap ?? false]
  if (typeof cell === 'string') return { ...wrapped(cell, noWrap), alignment: align }
  if ('picture' in cell)
    return cell.picture
      ? { image: `data:image/jpeg;base64,${cell.picture.toString('base64')}`, fit: [46, 46], alignment: 'center' }
      : { text: '' }
  if ('quiet' in cell) return { ...wrapped(cell.quiet, noWrap), color: grey, fontSize: 8, alignment: align }
  return { stack: [wrapped(cell.text), ...(cell.sub ? [{ ...wrapped(cell.sub), color: grey, fontSize: 7.5 }] : [])], alignment: align }
}

/** Facts side by side in two columns, read left to right. */
const factsOf = (facts: Sheet['facts']): Content => {
  const pairs: Sheet['facts'][] = []
  for (let at = 0; at < facts.length; at += 2) pairs.push(facts.slice(at, at + 2))
  const label = (text: string): TableCell => ({ text, color: grey })
  return {
    table: {
      widths: [64, '*', 64, '*'],
      body: pairs.map(([left, right]) => [
        label(left?.[0] ?? ''),
        wrapped(left?.[1] ?? ''),
        label(right?.[0] ?? ''),
        wrapped(right?.[1] ?? ''),
      ]),
    },
    layout: { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0, paddingTop: () => 1.5, paddingBottom: () => 1.5 },
    margin: [0, 0, 0, 10],
  }
}

const tableOf = ({ title, columns, rows, empty }: Sheet['tables'][number]): Content[] => [
  ...(title ? [{ text: title, bold: true, margin: [0, 4, 0, 4] as [number, number, number, number] }] : []),
  {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width ?? 'auto'),
      body: [
        columns.map(({ title: heading, align }) => ({
          text: heading,
          noWrap: heading.length <= 4,
          bold: true,
          alignment: align ?? 'left',
          fillColor: '#f3f4f6',
        })),
        ...(rows.length === 0 && empty
          ? [[{ text: empty, colSpan: columns.length, color: grey }, ...columns.slice(1).map(() => ({ text: '' }))]]
          : rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at])))),
      ],
    },
    layout: {
      hLineWidth: (line: number, node: { table: { body: unknown[] } }) => (line <= 1 || line === node.table.body.length ? 0.8 : 0.4),
      vLineWidth: () => 0,
      hLineColor: () => rule,
      paddingTop: () => 3.5,
      paddingBottom: () => 3.5,
    },
    margin: [0, 0, 0, 8],
  },
]

const totalsOf = (totals: NonNullable<Sheet['totals']>): Content => ({
  unbreakable: true,
  columns: [
    { width: '*', text: '' },
    {
      width: 'auto',
      table: {
        body: totals.map(([label, value], at) => {
          const last = at === totals.length - 1
          return [
            { text: label, color: last ? undefined : grey, bold: last, noWrap: true },
            { text: value, alignment: 'right' as const, bold: last, noWrap: true },
          ] as TableCell[]
        }),
      },
      layout: { hLineWidth: (line: number) => (line === totals.length - 1 ? 0.8 : 0), vLineWidth: () => 0, hLineColor: () => rule },
    },
  ],
  margin: [0, 0, 0, 10],
})

/** Pictures three to a row. */
function galleryOf(gallery: NonNullable<Sheet['gallery']>): Content[] {
  const rows: Array<typeof gallery> = []
  for (let at = 0; at < gallery.length; at += 3) rows.push(gallery.slice(at, at + 3))
  return rows.map((row): Content => ({
    columns: row.map(({ title, picture }) => ({
      width: 170,
      stack: [
        { image: `data:image/jpeg;base64,${picture.toString('base64')}`, fit: [162, 130] },
        { text: title, color: grey, fontSize: 8, margin: [0, 2, 0, 0] },
      ],
    })),
    columnGap: 6,
    unbreakable: true,
    margin: [0, 4, 0, 8],
  }))
}

/** Notes of up to so many signs keep their heading; longer ones go on over the page. */
const TOGETHER = 700
const lengthOf = (text: string | RichBlock[]): number => (typeof text === 'string' ? text : plainTextOf(text)).length

/** Sheet → PDF. Head on the first page, table headings on every page, page numbers. */
export async function renderSheet(sheet: Sheet): Promise<Buffer> {
  const pdfmake = await (printer ??= prepare())
  const { company } = sheet
  const { bottom, footer, after } = sheetFoot(sheet)
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageOrientation: sheet.orientation ?? 'portrait',
      pageMargins: [36, 36, 36, bottom],
      info: { title: `${sheet.title} ${sheet.no}`, author: company.name, creator: 'Gendan' },
      defaultStyle: { font: 'Sans', fontSize: 9, lineHeight: 1.15 },
      ...(sheet.watermark ? { watermark: { text: sheet.watermark, color: '#9ca3af', opacity: 0.18, bold: true } } : {}),
      footer,
      content: [
        sheetHead(sheet),
        factsOf(sheet.facts),
        ...sheet.tables.flatMap(tableOf),
        ...galleryOf(sheet.gallery ?? []),
        ...(sheet.totals?.length ? [totalsOf(sheet.totals)] : []),
        ...(sheet.notes ?? []).map(({ title, text }): Content => ({
          stack: [
            { text: title, bold: true },
            typeof text === 'string' ? { ...wrapped(text), margin: [0, 1, 0, 0] } : { stack: richContent(text), margin: [0, 1, 0, 0] },
          ],
          unbreakable: lengthOf(text) < TOGETHER,
          margin: [0, 2, 0, 6],
        })),
        ...(sheet.signatures?.length
          ? [
              {
                columns: sheet.signatures.map((label): Content => ({
                  stack: [
                    { text: `${label}：`, margin: [0, 0, 0, 22] },
                    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 120, y2: 0, lineWidth: 0.6, lineColor: rule }] },
                  ],
                })),
                margin: [0, 18, 0, 0] as [number, number, number, number],
                unbreakable: true,
              } as Content,
            ]
          : []),
        ...after,
      ],
    })
    .getBuffer()
}
