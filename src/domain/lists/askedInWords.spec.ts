import { expect, test } from '@jest/globals'

import { askedInWords } from './askedInWords'

const codes: Record<string, string[]> = { 没有权限: ['FORBIDDEN', 'Forbidden'] }
const words = { fields: new Set(['reason']), meant: (text: string) => codes[text] ?? [] }

test.each([
  ['another field is left as it is', { no: { contains: '没有权限' } }, { no: { contains: '没有权限' } }],
  ['what is no word of the house is looked for as it stands', { reason: { contains: '客户要求' } }, { reason: { contains: '客户要求' } }],
  ['other comparisons are left alone', { reason: { exists: 'true' } }, { reason: { exists: 'true' } }],
  [
    'a word is looked for by its codes, too, wherever it stands',
    { and: [{ or: [{ reason: { contains: '没有权限' } }] }, { verb: { equals: 'refused' } }] },
    {
      and: [
        {
          or: [{ or: [{ reason: { contains: '没有权限' } }, { reason: { contains: 'FORBIDDEN' } }, { reason: { equals: 'Forbidden' } }] }],
        },
        { verb: { equals: 'refused' } },
      ],
    },
  ],
  [
    'two fields at once stay both',
    { reason: { like: '没有权限' }, no: { equals: 'SO1' } },
    {
      and: [
        { or: [{ reason: { like: '没有权限' } }, { reason: { contains: 'FORBIDDEN' } }, { reason: { equals: 'Forbidden' } }] },
        { no: { equals: 'SO1' } },
      ],
    },
  ],
])('%s', (_, asked, meant) => {
  expect(askedInWords(asked, words)).toEqual(meant)
})
