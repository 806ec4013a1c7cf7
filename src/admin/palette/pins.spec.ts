import { expect, test } from '@jest/globals'

import { toggled } from './pins'

const page = (name: string) => ({ href: `/admin/${name}`, title: name })

test('a pin goes in at the end and out again; at most thirty are kept, the newest', () => {
  expect(toggled([page('a')], page('b'))).toEqual([page('a'), page('b')])
  expect(toggled([page('a'), page('b')], page('a'))).toEqual([page('b')])
  const many = Array.from({ length: 30 }, (_, index) => page(String(index)))
  expect(toggled(many, page('new'))).toEqual([...many.slice(1), page('new')])
})
