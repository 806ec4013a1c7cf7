import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { readRichText } from './richText'
import { storeMarked } from './storeMarked'
import { htmlOf, plainTextOf } from './writeRichText'

test.each([
  ['客户要 **镀金**，见 https://a.example/x。', '<p>客户要 <strong>镀金</strong>，见 <a href="https://a.example/x">https://a.example/x</a>。</p>'], // prettier-ignore
  ['要点：\n- 头大 **12.5**\n- 哑银', '<p>要点：</p><ul><li>头大 <strong>12.5</strong></li><li>哑银</li></ul>'],
  ['1. 打样\n2. 寄出\n好', '<ol><li>打样</li><li>寄出</li></ol><p>好</p>'],
  ['2. 只有一条', '<p>2. 只有一条</p>'],
  ['1. 一条', '<p>1. 一条</p>'],
  ['2 * 3 ** 4', '<p>2 * 3 ** 4</p>'],
  ['<b>x</b> javascript:alert(1)', '<p>&lt;b&gt;x&lt;/b&gt; javascript:alert(1)</p>'],
])('%j', (typed, html) => expect(htmlOf(readRichText(storeMarked(typed)))).toBe(html))

test('whatever is typed, no word of it is lost', () => {
  const piece = fc.constantFrom('- ', '1. ', '2. ', '**', '*', '\n', 'a', '字', ' ', 'https://a.example', '<', '&', '1、')
  const bare = (text: string): string => text.replaceAll(/[\s*•·-]|\d[.、]/g, '')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const typed = pieces.join('')
      expect(bare(plainTextOf(readRichText(storeMarked(typed))))).toBe(bare(typed))
    }),
  )
})
