import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { oneText, wordsOf } from './oneText'

test('words are told as one text and heard as they were', () => {
  const word = fc.tuple(fc.stringMatching(/^[a-z_]+$/), fc.string())
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const told = oneText(words)
      if (words.some(([, said]) => said.includes('¦'))) expect(told).toBeNull()
      else expect(wordsOf(told ?? '')).toEqual(words)
    }),
  )
})

test('what could not be taken apart again is not told so', () => {
  expect(oneText([['two names', 'a']])).toBeNull()
  expect(oneText([['name', 'a¦b']])).toBeNull()
})
