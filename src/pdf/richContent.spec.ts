import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { readRichText, type RichBlock } from '@/src/domain/text/richText'
import { htmlOf, plainTextOf } from '@/src/domain/text/writeRichText'

import { richContent } from './richContent'

const word = fc.constantFrom('a', '字', '<script>', '"', "'", '&amp;', '</p>', 'javascript:x')
const url = fc.constantFrom('https://a.example/?a=1&b=2', 'mailto:a@b.example', 'javascript:alert(1)', 'data:text/html,x', 'https://a" onclick="x', '') // prettier-ignore
const text = fc.record({ text: word, format: fc.integer({ min: 0, max: 15 }) }).map((run) => ({ type: 'text', ...run }))
const link = fc.record({ url, inside: text }).map((one) => ({ type: 'link', fields: { url: one.url }, children: [one.inside] }))
const paragraph = fc.array(fc.oneof(text, link), { maxLength: 4 }).map((children) => ({ type: 'paragraph', children }))
const items = fc.array(fc.array(fc.oneof(text, link), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
const list = fc
  .tuple(items, fc.constantFrom('bullet', 'number'))
  .map(([rows, listType]) => ({ type: 'list', listType, children: rows.map((children) => ({ type: 'listitem', children })) }))
const cell = fc.array(paragraph, { maxLength: 2 }).map((children) => ({ type: 'tablecell', children }))
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) => ({ type: 'table', children: rows.map((children) => ({ type: 'tablerow', children })) }))
const stored = fc.array(fc.oneof(paragraph, list, table), { maxLength: 5 }).map((children) => ({ root: { type: 'root', children } }))

/** Every word of the blocks, in order. */
const wordsOf = (blocks: readonly RichBlock[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'paragraph') return block.runs.map((run) => run.text).join('')
      return block.kind === 'list' ? block.items.map(wordsOf).join('') : block.rows.flatMap((row) => row.map((one) => wordsOf(one.blocks))).join('') // prettier-ignore
    })
    .join('')

/** Every word of what a sheet is drawn from, and where its links lead. */
function drawn(content: unknown, links: string[]): string {
  if (typeof content === 'string') return content
  if (Array.isArray(content)) return content.map((part) => drawn(part, links)).join('')
  if (content === null || typeof content !== 'object') return ''
  const { text, stack, ol, ul, table, link: to } = content as Record<string, unknown>
  if (typeof to === 'string') links.push(to)
  return [text, stack, ol, ul, (table as { body?: unknown } | undefined)?.body].map((part) => drawn(part, links)).join('')
}

const unescaped = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

test('paper, mail and plain text lose no word of any text; nothing typed becomes a tag, and links lead to pages and mail only', () => {
  fc.assert(
    fc.property(stored, (value) => {
      const blocks = readRichText(value)
      const said = wordsOf(blocks)
      const links: string[] = []
      expect(drawn(richContent(blocks), links).replaceAll(' ', '')).toBe(said)
      const html = htmlOf(blocks)
      const bare = html.replaceAll(
        /<\/?(p|ul|ol|li|table|tr|th|td|strong|em|u|br|a)( (href|border|cellspacing|cellpadding)="[^"<>]*")*>/g,
        '',
      )
      expect(bare).not.toMatch(/[<>]/)
      expect(unescaped(bare)).toBe(said)
      const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address)
      for (const address of [...hrefs, ...links]) expect(address).toMatch(/^(https?:\/\/|mailto:)/)
      const marks = /\n|\d+\. |- | \| |\s/g
      expect(plainTextOf(blocks).replaceAll(marks, '')).toBe(said.replaceAll(marks, ''))
    }),
  )
})
