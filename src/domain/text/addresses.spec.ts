import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { withAddresses, withLinks } from './addresses'
import type { RichBlock, RichRun } from './richText'
import { htmlOf, plainTextOf } from './writeRichText'

const said = (...runs: RichRun[]): RichBlock => ({ kind: 'paragraph', runs })
const page = 'https://gendan.example.com/q/abc-_1'

test.each<[RichRun, string]>([
  [{ text: `链接：${page}。` }, `<p>链接：<a href="${page}">${page}</a>。</p>`],
  [{ text: page, bold: true }, `<p><a href="${page}"><strong>${page}</strong></a></p>`],
  [{ text: `${page} http://b.example?x=1&y=2` }, `<p><a href="${page}">${page}</a> <a href="http://b.example?x=1&amp;y=2">http://b.example?x=1&amp;y=2</a></p>`], // prettier-ignore
  [{ text: 'javascript://x' }, '<p>javascript://x</p>'],
  [{ text: `<a href="${page}">` }, `<p>&lt;a href=&quot;<a href="${page}">${page}</a>&quot;&gt;</p>`],
  [{ text: '标准', link: page }, `<p><a href="${page}">标准</a></p>`],
])('%j', (run, html) => expect(htmlOf(withLinks([said(run)]))).toBe(html))

test('in lists and tables too; without marks the address stands behind the words that lead there', () => {
  const blocks: RichBlock[] = [
    { kind: 'list', ordered: false, items: [[said({ text: '标准', link: page }, { text: '！' })]] },
    { kind: 'table', rows: [[{ head: false, blocks: [said({ text: page, link: page })] }]] },
  ]
  expect(plainTextOf(withAddresses(blocks))).toBe(`- 标准 (${page})！\n${page}`)
  expect(htmlOf(withLinks([{ kind: 'list', ordered: false, items: [[said({ text: page })]] }]))).toBe(`<ul><li><a href="${page}">${page}</a></li></ul>`) // prettier-ignore
})

test('property: not a sign of a text is lost or added by finding its addresses', () => {
  const piece = fc.oneof(fc.string(), fc.webUrl(), fc.constant(' https:// '))
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join(' ')
      const [found] = withLinks([said({ text })])
      expect(found?.kind === 'paragraph' && found.runs.map((run) => run.text).join('')).toBe(text)
    }),
  )
})
