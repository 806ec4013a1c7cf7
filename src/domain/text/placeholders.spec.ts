import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { acceptedPlaceholders, fillPlaceholders, fillText, type Placeholder, placeholders, placeholdersIn, unknownIn } from './placeholders'
import type { RichBlock, RichRun } from './richText'
import { htmlOf, plainTextOf } from './writeRichText'

const names = Object.keys(placeholders) as Placeholder[]
const values = Object.fromEntries(names.map((name) => [name, `<${name}>`])) as Record<Placeholder, string>
const paragraph = (...runs: RichRun[]): RichBlock => ({ kind: 'paragraph', runs })

test.each([
  ['No. {{no}} of {{ date }}', 'No. <no> of <date>'],
  ['单号 {{单号}}，客户 {{客户}}', '单号 <no>，客户 <customer>'],
  ['{{no}}{{no}}', '<no><no>'],
  ['{{nobody}} {no} {{}} {{ {{no}}', '{{nobody}} {no} {{}} {{ <no>'],
  ['', ''],
])('%s is filled as %s', (typed, said) => expect(fillText(typed, values)).toBe(said))

test('a name whose marks change in the middle is filled once, and looks like its first sign', () => {
  expect(fillPlaceholders([paragraph({ text: 'a {{n', bold: true }, { text: 'o}' }, { text: '} b', italic: true })], values)).toEqual([
    paragraph({ text: 'a <no>', bold: true }, { text: ' b', italic: true }),
  ])
})

test('what is not on the list is named, wherever it stands; what is, is listed in both languages', () => {
  const cell = { head: false, blocks: [paragraph({ text: '{{price}} {{no}}' })] }
  const blocks: RichBlock[] = [
    paragraph({ text: '{{gross' }, { text: '}}', bold: true }),
    { kind: 'list', ordered: true, items: [[paragraph({ text: '{{价税合计}} {{总价}}' })]] },
    { kind: 'table', rows: [[cell, cell]] },
  ]
  expect(unknownIn(blocks, 'sheet')).toEqual(['gross', '总价', 'price'])
  expect(placeholdersIn(blocks)).toEqual(['total', 'no'])
  for (const place of ['sheet', 'letter'] as const)
    expect(unknownIn([paragraph({ text: `${acceptedPlaceholders('zh', place)} ${acceptedPlaceholders('en', place)}` })], place)).toEqual([])
})

test('the link of the customer is given in a letter, never on a sheet, which is fixed before there is one', () => {
  const blocks = [paragraph({ text: '{{link}} {{客户链接}} {{no}}' })]
  expect([unknownIn(blocks, 'letter'), unknownIn(blocks, 'sheet')]).toEqual([[], ['link', '客户链接']])
  expect(acceptedPlaceholders('zh', 'letter')).toBe(`${acceptedPlaceholders('zh', 'sheet')} {{客户链接}}`)
})

test('filling loses no other word, whatever stands around, however the runs are cut, and brings no tag into a mail', () => {
  const piece = fc.oneof(
    fc.stringMatching(/^[a-z ]{0,6}$/).map((text) => ({ typed: text, said: text })),
    fc.constantFrom(...names).map((name) => ({ typed: `{{${name}}}`, said: `<${name}>` })),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.array(fc.nat(200), { maxLength: 6 }), (pieces, cuts) => {
      const typed = pieces.map((one) => one.typed).join('')
      const at = [0, ...cuts.map((cut) => cut % (typed.length + 1)).sort((a, b) => a - b), typed.length]
      const runs = at.slice(1).map((to, index): RichRun => ({ text: typed.slice(at[index], to), ...(index % 2 ? { bold: true } : {}) }))
      const filled = fillPlaceholders([paragraph(...runs)], values)
      expect(plainTextOf(filled)).toBe(pieces.map((one) => one.said).join(''))
      expect(htmlOf(filled).replaceAll(/<\/?(p|strong|br)>/g, '')).not.toMatch(/[<>]/)
    }),
  )
})
