import { expect, test } from '@jest/globals'

import { instantIn } from '../../instantIn'
import { amountOfBytes, duration } from './figures'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 KB'],
  [1_234_567, '1.2 MB'],
  [40_000_000_000, '40.0 GB'],
])('%d bytes are %s', (bytes, text) => expect(amountOfBytes(bytes)).toBe(text))

test.each([
  [0, '0 秒', '0 s'],
  [59.9, '59 秒', '59 s'],
  [60, '1 分钟', '1 min'],
  [7300, '2 小时', '2 h'],
  [180_000, '2 天', '2 d'],
])('%d seconds', (seconds, zh, en) => expect([duration(seconds, 'zh'), duration(seconds, 'en')]).toEqual([zh, en]))

test('an instant is written in the time zone of the business', () => {
  expect(instantIn('2026-11-28T21:38:59Z', 'Asia/Shanghai')).toBe('2026-11-29 05:38')
})
