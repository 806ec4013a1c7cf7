import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { kindsInOrder, type KnownKind, ranksOf } from './kinds'
import { byDocument } from './links'

const kind = (slug: string, after: readonly string[] = [], standsOn: readonly string[] = []): KnownKind => ({
  slug,
  links: after.map((from) => byDocument({ from, to: slug, column: 'from_id' })),
  standsOn: standsOn.map((on) => ({ on, in: 'document', column: 'on_id', gone: [] })),
})

test('a kind stands after whatever it comes from or stands on, whoever is told first', () => {
  const chain = [kind('letters', ['orders']), kind('stamps', [], ['letters']), kind('orders', ['orders'])]
  const order = (known: readonly KnownKind[]): string[] => kindsInOrder(known)
  expect(order(chain)).toEqual(['orders', 'letters', 'stamps'])
  expect(order([...chain].reverse())).toEqual(['orders', 'letters', 'stamps'])
})

test('kinds that come from one another in a circle are told in words', () => {
  expect(() => ranksOf([kind('a', ['b']), kind('b', [], ['a'])])).toThrow('circle: a → b → a')
})

test('property: the order depends on what kinds say, not on when they say it', () => {
  // every kind may come from those before it, so that there is no circle
  const history = fc.array(fc.array(fc.nat(20), { maxLength: 3 }), { minLength: 1, maxLength: 9 }).map((all) =>
    all.map((after, at) =>
      kind(
        `k${at}`,
        after.filter((before) => before < at).map((before) => `k${before}`),
      ),
    ),
  )
  fc.assert(
    fc.property(history, fc.nat(), (known, seed) => {
      const shuffled = [...known].sort((a, b) => ((a.slug.charCodeAt(1) * 31 + seed) % 7) - ((b.slug.charCodeAt(1) * 31 + seed) % 7))
      const order = kindsInOrder(shuffled)
      expect(order).toEqual(kindsInOrder(known))
      for (const { slug, links } of known) for (const { from } of links) expect(order.indexOf(from)).toBeLessThan(order.indexOf(slug))
    }),
  )
})
