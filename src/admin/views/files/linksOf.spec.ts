import { expect, test } from '@jest/globals'

import { linksOf } from './linksOf'

test('a file that hangs on two fields of a document is shown once, drawings and pictures before what was attached', () => {
  const attachments = [
    { relationTo: 'pictures' as const, value: 7 },
    { relationTo: 'drawings' as const, value: 7 },
  ]
  expect(linksOf({ attachments, pictures: [7, 8], drawings: null })).toEqual([
    { kind: 'pictures', id: 7 },
    { kind: 'pictures', id: 8 },
    { kind: 'drawings', id: 7 },
  ])
})

test('a document without files has none', () => expect(linksOf({})).toEqual([]))
