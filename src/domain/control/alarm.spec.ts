import { expect, test } from '@jest/globals'

import { type AlarmKind, alarmKinds, alarmsIn, alarmWords, type Tally, toldAlarm } from './alarm'

const by = { belowMinimumTries: 5, refusedSteps: 30, exportsADay: 50, failedLogins: 10 }
const tally = (kind: AlarmKind, count: number, more: Partial<Tally> = {}): Tally => ({
  kind,
  count,
  person: 7,
  subject: '林晓梅',
  day: '2026-11-29',
  detail: '',
  ...more,
})

test.each<[AlarmKind, number, boolean]>([
  ['belowMinimum', 4, false],
  ['belowMinimum', 5, true],
  ['refusals', 29, false],
  ['refusals', 30, true],
  ['exports', 50, true],
  ['failedLogins', 9, false],
  ['failedLogins', 10, true],
  ['newPlace', 1, true],
  ['nightWork', 1, true],
  ['rights', 1, true],
  ['largeRelease', 1, true],
])('%s %d times: %s', (kind, count, raised) => expect(alarmsIn([tally(kind, count)], by).length > 0).toBe(raised))

test('one a day for a person and kind; of places and releases one each', () => {
  const keys = (tallies: Tally[]) => alarmsIn(tallies, by).map(({ key }) => key)
  expect(keys([tally('exports', 50), tally('exports', 90)])).toEqual(['exports|7|2026-11-29', 'exports|7|2026-11-29'])
  expect(keys([tally('newPlace', 1, { detail: '203.0.113' }), tally('newPlace', 1, { detail: '198.51.100' })])).toEqual([
    'newPlace|7|2026-11-29|203.0.113',
    'newPlace|7|2026-11-29|198.51.100',
  ])
  expect(keys([tally('failedLogins', 10, { person: null, subject: 'a@b.c' })])).toEqual(['failedLogins|a@b.c|2026-11-29'])
})

test('every kind says what happened and what to do, in both languages', () => {
  for (const kind of alarmKinds) {
    const told = toldAlarm({ ...tally(kind, 60), threshold: 5 })
    expect(told.zh).toContain('林晓梅')
    expect(
      Object.values(alarmWords[kind])
        .flatMap(({ zh, en }) => [zh, en])
        .every((text) => text.length > 3),
    ).toBe(true)
  }
  expect(toldAlarm({ ...tally('belowMinimum', 7), threshold: 5 })).toEqual({
    zh: '2026-11-29 林晓梅：多次低于最低售价 7 次（阈值 5）',
    en: '2026-11-29 林晓梅: Many tries below the minimum price, 7 (threshold 5)',
  })
})
