import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { html } from './html'

test('what is put into a page is text; pieces of pages and lists of them stay pieces', () => {
  const inner = html`<b>${'<i>&"\'</i>'}</b>`
  expect(html`<p class="${'a"b'}">${[inner, inner]}${null}${false}${0}</p>`.text).toBe(
    '<p class="a&quot;b"><b>&lt;i&gt;&amp;&quot;&#39;&lt;/i&gt;</b><b>&lt;i&gt;&amp;&quot;&#39;&lt;/i&gt;</b>0</p>',
  )
})

test('property: no text makes an element or ends an attribute', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(html`${text}`.text).not.toMatch(/[<>"']/)))
})
