import { expect, test } from '@jest/globals'

import { readDay } from './day'

test.each([
  '2017/4/7',
  '2017.4.7',
  '2017-4-7',
  '2017-04-07',
  '2017年4月7日',
  '20170407',
  '2017-04-07 00:00:00',
  '2017-04-07T00:00:00Z',
  '２０１７／４／７',
  ' 2017/04/07 ',
  '42832',
  '7-Apr-2017',
  '07 April 2017 08:26',
  'Apr 7, 2017',
  'April 7th 2017',
])('%s is the seventh of April', (text) => {
  expect(readDay(text)).toBe('2017-04-07')
})

test.each(['4/7/2017', '07.04.17', '2017', '4月7日', 'yesterday', '', '2017-04', '7 Avril 2017', 'A 7 2017', '123', '99999'])(
  '%s is not told for a day',
  (text) => {
    expect(readDay(text)).toBeNull()
  },
)
