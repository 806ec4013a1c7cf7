import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { aimOf } from './aimOf'

test.each([
  ['/admin/follow-up', '/admin/follow-up'],
  [
    '/admin/collections/orders/7?columns=no&where[no][equals]=A//B#lines',
    '/admin/collections/orders/7?columns=no&where[no][equals]=A//B#lines',
  ],
  ['/admin/搜索', '/admin/%E6%90%9C%E7%B4%A2'],
  ['/admin/../admin/orders', '/admin/orders'],
])('%s is led to', (asked, led) => expect(aimOf(asked, '/admin')).toBe(led))

const elsewhere = ['https://evil.test', '//evil.test', '/\\evil.test', '/%5cevil.test', '/%2f%2fevil.test', '@evil.test', '.evil.test', 'evil', 'javascript:alert(1)', '\t//evil.test', '/\t/evil.test', '/admin/..//evil.test', '/.//evil.test', '/./\\evil', '/http://evil.test', '/javascript:alert(1)', '/admin\r\nSet-Cookie: a=1', '/a\0b', '///evil.test', '', null, undefined, ['/admin'], 7] // prettier-ignore
test.each(elsewhere)('%j is not', (asked) => expect(aimOf(asked, '/admin')).toBe('/admin'))

test('whatever is asked for, nobody is led out of the house, however often the address is read', () => {
  const piece = fc.constantFrom('/', '\\', '.', '..', '@', ':', '?', '#', '%2f', '%5c', '\t', '\n', ' ', '　', '／', '。', 'evil.test', 'https:', 'javascript:', 'admin', '\u2028', '\0') // prettier-ignore
  const asked = fc.oneof(fc.string(), fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')), fc.array(piece, { maxLength: 8 }).map((parts) => `/${parts.join('')}`)) // prettier-ignore
  fc.assert(
    fc.property(asked, (to) => {
      const led = aimOf(to, '/admin')
      const once = new URL(led, 'https://house.test/admin/login')
      const again = new URL(once.pathname, 'https://house.test')
      const decoded = new URL(
        once.pathname.replace(/%[0-9a-f]{2}/gi, (sign) => String.fromCharCode(parseInt(sign.slice(1), 16))),
        'https://house.test',
      )
      const beside = new URL(`https://house.test${led}`)
      expect([once, again, decoded, beside].map(({ origin }) => origin)).toEqual(Array(4).fill('https://house.test'))
      expect(aimOf(led, '/admin')).toBe(led)
    }),
    { numRuns: 2000 },
  )
})
