import type { Content } from 'pdfmake'

import type { RichBlock } from '@/src/domain/text/richText'
import { plainTextOf } from '@/src/domain/text/writeRichText'
import { inLanguages } from '@/src/domain/words/words'

import { richContent } from './richContent'
import type { Sheet } from './sheet'

export const grey = '#6b7280'
export const rule = '#d1d5db'

const words = inLanguages({
  no: { zh: '单号', en: 'No.' },
  page: { zh: (page: number, of: number) => `第 ${page}/${of} 页`, en: (page: number, of: number) => `Page ${page}/${of}` },
  phone: { zh: '电话', en: 'Phone' },
  taxNo: { zh: '税号', en: 'Tax number' },
})

/** What stands under the name of the house: its own text, else address, phone, e-mail and tax number. */
function underName({ language, company, head = [] }: Sheet): Content {
  if (head.length > 0) return { stack: richContent(head), color: grey, fontSize: 8 }
  const say = words[language]
  const { address, phone, email, taxNo } = company
  const line = [address, phone && `${say.phone} ${phone}`, email, taxNo && `${say.taxNo} ${taxNo}`]
  return { text: line.filter(Boolean).join('   '), color: grey, fontSize: 8 }
}

const logoOf = (logo: Buffer): Content => ({ image: `data:image/png;base64,${logo.toString('base64')}`, fit: [110, 44] })

/** The head of the first page: logo and house, and across from it a code that leads to what the sheet is about. */
export function sheetHead(sheet: Sheet): Content {
  const { company, logo, title, no, page } = sheet
  const code = page ? 92 : 66 // an address has more squares: each is two points wide, so that a phone reads it from paper
  const name: Content = { stack: [{ text: company.name, fontSize: 13, bold: true }, underName(sheet)] }
  return {
    columns: [
      {
        width: '*',
        stack: [
          logo
            ? {
                columns: [
                  { width: 'auto', stack: [logoOf(logo)] },
                  { width: '*', stack: [name] },
                ],
                columnGap: 10,
              }
            : name,
          { text: title, fontSize: 18, bold: true, margin: [0, 10, 0, 0] },
          { text: `${words[sheet.language].no} ${no}`, fontSize: 10, margin: [0, 2, 0, 0] },
        ],
      },
      { width: code, qr: page ?? no, fit: code, alignment: 'right' },
    ],
    columnGap: 10,
    margin: [0, 0, 0, 10],
  }
}

const WIDTH = 523
const LINE = 12.5
/** A longer foot would eat the page: it is said once, below the content. */
const MOST = 8

/** About how many lines a text takes at the foot's size: Chinese signs are as wide as high, others about half. */
const linesOf = (blocks: readonly RichBlock[]): number =>
  plainTextOf(blocks)
    .split('\n')
    .reduce((sum, line) => {
      const width = [...line].reduce((total, sign) => total + (sign > '\u2e7f' ? 7.6 : 4.4), 0)
      return sum + Math.max(1, Math.ceil(width / WIDTH))
    }, 0)

/** The foot of every page, and how much room it takes; `after` is what is too long for it and stands below the content instead. */
export function sheetFoot({ language, title, no, foot = [] }: Sheet): {
  bottom: number
  footer: (page: number, of: number) => Content
  after: Content[]
} {
  const lines = foot.length === 0 ? 0 : linesOf(foot)
  const fits = lines <= MOST && foot.every(({ kind }) => kind !== 'table')
  return {
    bottom: 44 + (fits ? lines * LINE : 0),
    after: fits ? [] : richContent(foot),
    footer: (page, of) => ({
      stack: [
        ...(fits && lines > 0 ? richContent(foot) : []),
        {
          columns: [
            { text: `${title} ${no}`, width: '*' },
            { text: words[language].page(page, of), alignment: 'right', width: 'auto' },
          ],
          margin: [0, 2, 0, 0],
        },
      ],
      margin: [36, 12, 36, 0],
      color: grey,
      fontSize: 7.5,
    }),
  }
}
