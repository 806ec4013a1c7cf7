import { expect, test } from '@jest/globals'

import { alarmTold, isAlarm } from './alarmTold'
import type { ReleasedAlarm } from './release'

const object = { kind: 'customers', id: 8, name: '宏达电子' } as const
const limit: ReleasedAlarm = { kind: 'limit', object, excess: 12000, limit: 30000, exposureAfter: 42000 }

test.each([
  [
    limit,
    '宏达电子：超出 12,000.00，含本单占用 42,000.00，额度 30,000.00',
    '宏达电子: exceeded by 12,000.00, exposure with this document 42,000.00, limit 30,000.00',
  ],
  [
    {
      kind: 'period',
      object,
      excess: 500,
      document: 'IN20260801-0003',
      daysOpen: 90,
      releasedBy: { id: 2, name: '陈总' },
    } as ReleasedAlarm,
    '宏达电子：IN20260801-0003 已挂账 90 天，已由 陈总 放行',
    '宏达电子: IN20260801-0003 open for 90 days, released by 陈总',
  ],
  [{ kind: 'limit', object, excess: 1, limit: null } as ReleasedAlarm, '宏达电子：超出 1.00', '宏达电子: exceeded by 1.00'],
  [{ kind: 'limit', object, excess: null } as unknown as ReleasedAlarm, '宏达电子', '宏达电子'],
])('%p', (alarm, zh, en) => {
  expect([isAlarm(alarm), alarmTold(alarm, 'zh'), alarmTold(alarm, 'en')]).toEqual([true, zh, en])
})

test('a finding or a ruling is no alarm', () => {
  expect([{ message: 'x' }, { path: 'a', before: 1, after: 2 }, { name: 'x', by: 3 }].some(isAlarm)).toBe(false)
})
