import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { readRichText } from './richText'
import { storeText } from './storeText'
import { htmlOf, plainTextOf } from './writeRichText'

const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const node = (type: string, children: unknown[], more: object = {}) => ({ type, children, ...more })
const stored = (...children: unknown[]) => ({ root: { type: 'root', children } })

const terms = stored(
  node('paragraph', [text('交货：', 1), text('三十天内'), { type: 'linebreak' }, text('FOB 深圳', 2)]),
  node(
    'list',
    [
      node('listitem', [text('定金 30%')]),
      node('listitem', [text('余款 70%')]),
      node('listitem', [node('list', [node('listitem', [text('见提单')])], { listType: 'bullet' })]),
    ],
    { listType: 'number' },
  ),
  node('table', [
    node('tablerow', [
      node('tablecell', [node('paragraph', [text('数量')])], { headerState: 1 }),
      node('tablecell', [text('折扣')], { headerState: 1 }),
    ]),
    node('tablerow', [node('tablecell', [node('paragraph', [text('1,000')])])]),
  ]),
  node('paragraph', [node('link', [text('条款')], { fields: { url: 'https://example.com/a?b=1&c=2', linkType: 'custom' } })]),
)

test('paragraphs, nested lists, tables and links are written as text', () => {
  expect(plainTextOf(readRichText(terms))).toBe(
    ['交货：三十天内', 'FOB 深圳', '1. 定金 30%', '2. 余款 70%', '   - 见提单', '数量 | 折扣', '1,000 | ', '条款'].join('\n'),
  )
})

test('and as HTML of a mail', () => {
  expect(htmlOf(readRichText(terms))).toBe(
    '<p><strong>交货：</strong>三十天内<br><em>FOB 深圳</em></p>' +
      '<ol><li>定金 30%</li><li>余款 70%<ul><li>见提单</li></ul></li></ol>' +
      '<table border="1" cellspacing="0" cellpadding="4"><tr><th>数量</th><th>折扣</th></tr><tr><td>1,000</td><td></td></tr></table>' +
      '<p><a href="https://example.com/a?b=1&amp;c=2">条款</a></p>',
  )
})

test('a heading is bold, and a kind of node nobody knows keeps what it says', () => {
  expect(readRichText(stored(node('heading', [text('条件')]), node('callout', [text('注意')])))).toEqual([
    { kind: 'paragraph', runs: [{ text: '条件', bold: true }] },
    { kind: 'paragraph', runs: [{ text: '注意' }] },
  ])
})

describe('what anybody may have sent', () => {
  test.each([
    null,
    undefined,
    1,
    'text',
    [],
    {},
    { root: null },
    { root: { children: [null, 1, 'a', []] } },
    stored(node('paragraph', [])),
  ])('%j is an empty text', (value) => expect(readRichText(value)).toEqual([]))

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    '/relative',
    'https://a" onclick="x',
    'vbscript:x',
    'tel:123',
    'file:///etc/passwd',
    'ftp://a.example',
  ])('a link to %s is text only', (url) =>
    expect(htmlOf(readRichText(stored(node('paragraph', [node('link', [text('hier')], { fields: { url } })]))))).toBe('<p>hier</p>'),
  )

  test('no tag comes out that is not ours, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const html = htmlOf(readRichText(stored(node('paragraph', [text(`a${words}`)]))))
        expect(html.replace(/^<p>|<\/p>$|<br>/g, '')).not.toMatch(/[<>"']/)
      }),
    )
  })

  test('any tree of nodes is read, and no word of it is lost or doubled', () => {
    const kinds = fc.constantFrom('paragraph', 'heading', 'list', 'listitem', 'table', 'tablerow', 'tablecell', 'link', 'unknown')
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.stringMatching(/^[a-z]{1,5}$/).map((words) => text(words)),
        fc.record({ type: kinds, children: fc.array(tie('tree'), { maxLength: 4 }) }),
      ),
    }))
    const said = (value: unknown): string => {
      const { text: words, children } = value as { text?: string; children?: unknown[] }
      return words ?? (children ?? []).map(said).join('')
    }
    const inText = (value: unknown, inside: 'text' | 'list' | 'table' | 'row'): boolean => {
      // text straight inside a list, a table or a row has no place there; the editor never stores it
      const { type, children } = value as { type: string; children?: unknown[] }
      if (type === 'text') return inside === 'text'
      const next = type === 'list' ? 'list' : type === 'table' ? 'table' : inside === 'table' ? 'row' : 'text'
      return (children ?? []).every((child) => inText(child, next))
    }
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (children) => {
        fc.pre(children.every((child) => inText(child, 'text')))
        const words = plainTextOf(readRichText(stored(...children))).replace(/\d+\. |[^a-z]/g, '')
        expect(words).toBe(children.map(said).join(''))
      }),
    )
  })
})

test('a text is stored as the editor would and read back the same', () => {
  fc.assert(
    fc.property(
      fc.string().filter((words) => words.trim() !== '' && !words.includes('\r')),
      (words) => {
        expect(plainTextOf(readRichText(storeText(words)))).toBe(words)
      },
    ),
  )
})
