import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { completeText, faultInText } from './completeText'
import { readRichText } from './richText'
import { storeMarked } from './storeMarked'
import { storeText } from './storeText'

const text = (said: unknown = '字', more: object = {}) => ({ type: 'text', text: said, ...more })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })
const rooted = (...children: unknown[]) => ({ root: { type: 'root', children } })

describe('a rich text from outside', () => {
  test.each<[string, unknown, string | null]>([
    ['nothing', null, null],
    ['a text without marks', '字', null],
    ['what the fewest words say', rooted(paragraph(text())), null],
    ['no children at all', { root: {} }, null],
    ['a list in a list', rooted({ type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [{ type: 'list', listType: 'number', children: [] }] }] }), null],
    ['a table of a link', rooted({ type: 'table', children: [{ type: 'tablerow', children: [{ type: 'tablecell', children: [paragraph({ type: 'link', fields: { url: 'https://a.example' }, children: [text()] })] }] }] }), null],
    ['a number', 7, ''],
    ['a list of nodes', [paragraph()], ''],
    ['no root', {}, 'root'],
    ['a root of nothing', { root: null }, 'root'],
    ['children that are none', { root: { children: 'abc' } }, 'root.children'],
    ['a child of nothing', rooted(null), 'root.children.0'],
    ['a child that is a number', rooted(paragraph(text()), 5), 'root.children.1'],
    ['a kind nobody knows', rooted({ type: 'heading', tag: 'h1', children: [] }), 'root.children.0.type'],
    ['a kind by the name of something else', rooted({ type: 'constructor' }), 'root.children.0.type'],
    ['words beside paragraphs', rooted(text()), 'root.children.0.type'],
    ['words that are none', rooted(paragraph(text(5))), 'root.children.0.children.0'],
    ['marks that are none', rooted(paragraph(text('字', { format: 'bold' }))), 'root.children.0.children.0'],
    ['a link to nowhere', rooted(paragraph({ type: 'link', children: [text()] })), 'root.children.0.children.0'],
    ['a list of paragraphs', rooted({ type: 'list', listType: 'bullet', children: [paragraph()] }), 'root.children.0.children.0.type'],
    ['a list of no kind', rooted({ type: 'list', children: [] }), 'root.children.0'],
    ['a cell that spans half a column', rooted({ type: 'table', children: [{ type: 'tablerow', children: [{ type: 'tablecell', colSpan: 0.5, children: [] }] }] }), 'root.children.0.children.0.children.0'],
  ])('%s', (_name, given, fault) => {
    expect(faultInText(given)).toBe(fault)
  }) // prettier-ignore

  test('whatever JSON is sent, it is told or read, and a completed text says the same and is complete', () => {
    const node: fc.Memo<unknown> = fc.memo((depth): fc.Arbitrary<unknown> =>
      depth <= 1
        ? fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constant(text()))
        : fc.record(
            {
              type: fc.constantFrom('paragraph', 'list', 'listitem', 'text', 'link', 'table', 'tablerow', 'tablecell', 'linebreak', 'x'),
              children: fc.oneof({ weight: 4, arbitrary: fc.array(node(depth - 1), { maxLength: 3 }) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) }),
              listType: fc.constantFrom('bullet', 'number'),
              text: fc.string(),
              format: fc.constantFrom(0, 1, ''),
              fields: fc.constant({ url: 'https://a.example' }),
            },
            { requiredKeys: ['type'] },
          ),
    ) // prettier-ignore
    const given = fc.record({ root: fc.record({ children: fc.array(node(4), { maxLength: 3 }) }) })
    fc.assert(
      fc.property(fc.oneof(given, fc.jsonValue({ maxDepth: 3 })), (sent) => {
        if (faultInText(sent) !== null || typeof sent !== 'object' || sent === null) return
        const whole = completeText(sent as { root: Record<string, unknown> })
        expect([faultInText(whole), readRichText(whole), completeText(whole)]).toEqual([null, readRichText(sent), whole])
      }),
      { numRuns: 500 },
    )
  })

  test('what the house stores of typed text is complete', () => {
    for (const stored of [storeText('一\n\n二'), storeMarked('**粗**\n- 甲\n- 乙\n1. 丙\n2. 丁\nhttps://a.example/x')])
      expect([faultInText(stored), completeText(stored)]).toEqual([null, stored])
  })
})
