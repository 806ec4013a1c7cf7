import { expect, test } from '@jest/globals'

import { wordsIn } from './spokenWords'

test('what a script names is found, and what its names are put together from', () => {
  const script =
    't("general:save");t(`error:unknown`);t(`general:${yes}`);t(`operators:${by}`);t(`version:${is}`);a?"b:c d":x;e.startsWith("error:")'
  expect(wordsIn(script)).toEqual(['general:save', 'error:unknown', 'general:true', 'general:false', 'operators:*'])
})
