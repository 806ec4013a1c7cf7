import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import type { RichBlock, RichRun } from './richText'
import { plainTextOf, runsOf } from './writeRichText'

const said = (...runs: RichRun[]): RichBlock => ({ kind: 'paragraph', runs })

test('a cell keeps what is bold, the marks of its lists and its lines', () => {
  const blocks: RichBlock[] = [
    said({ text: '定金 ' }, { text: '30%', bold: true }),
    { kind: 'list', ordered: true, items: [[said({ text: '交期', italic: true })], [said({ text: 'a\nb' })]] },
    {
      kind: 'table',
      rows: [
        [
          { head: true, blocks: [said({ text: 'x\ny', bold: true })] },
          { head: false, blocks: [] },
        ],
      ],
    },
  ]
  expect(runsOf(blocks)).toEqual([
    { text: '定金 ' },
    { text: '30%', bold: true },
    { text: '\n' },
    { text: '1. ' },
    { text: '交期', italic: true },
    { text: '\n' },
    { text: '2. ' },
    { text: 'a\n   b' },
    { text: '\n' },
    { text: 'x y', bold: true },
    { text: ' | ' },
  ])
  expect(plainTextOf(blocks)).toBe('定金 30%\n1. 交期\n2. a\n   b\nx y | ')
})

test('property: no word is lost and no mark is put on one that had none', () => {
  const run = fc.record({ text: fc.string({ minLength: 1 }).filter((text) => !text.includes('\n')), bold: fc.constantFrom(true as const, undefined) }) // prettier-ignore
  const written = fc.array(fc.array(run, { minLength: 1, maxLength: 4 }), { maxLength: 5 })
  fc.assert(
    fc.property(written, fc.boolean(), (paragraphs, ordered) => {
      const items = paragraphs.map((runs) => [said(...(runs as RichRun[]))])
      const bold = (runs: readonly RichRun[]): string => runs.filter((one) => one.bold).map(({ text }) => text).join('') // prettier-ignore
      expect(bold(runsOf([{ kind: 'list', ordered, items }]))).toBe(bold(paragraphs.flat() as RichRun[]))
      expect(plainTextOf(items.flat())).toBe(paragraphs.map((runs) => runs.map(({ text }) => text).join('')).join('\n'))
    }),
  )
})
