import { describe, expect, test } from '@jest/globals'

import { reading, seesAll } from '@/tests/support/reportReader'

import { runReport } from '../kit/runReport'
import { sampleTracking } from './definition'
import { sampleTrackingQuery } from './query'

const params = { by: 'customer' as const, from: undefined, to: undefined, customer: [], engineer: [], salesperson: [], state: undefined }
// by hand: 4 samples, 3 of them submitted, 1 became an item → 1 / 3 = 33.3333 %; two got ready after 6 and 9 days → 7.5 on average
const source = {
  ...{ key: 7, customerCode: 'C1', customer: '蓝鲸牛仔', samples: '4', submitted: '3', rounds: '5', approved: '2', converted: '1' },
  ...{ to_ready: '7.5', to_sent: '2', to_approved: '29.5', to_converted: '3', whole: '40' },
}
const envelope = {
  ...{ _expected: '4', total_samples: '4', total_submitted: '3', total_rounds: '5', total_approved: '2', total_converted: '1' },
  ...{ total_to_ready: '7.5', total_to_sent: '2', total_to_approved: '29.5', total_to_converted: '3', total_whole: '40' },
}
const ask = {
  report: sampleTracking,
  params,
  viewer: seesAll,
  language: 'zh',
  today: '2026-11-24',
  reader: reading([source], envelope),
} as const

describe('sample tracking', () => {
  test('conversion is items of those submitted; lead times are averages; a click opens the samples of the customer', async () => {
    const { rows, totals, controlTotal, drills, columns } = await runReport(ask)
    expect(rows[0]).toMatchObject({ customer: '蓝鲸牛仔', samples: 4, rounds: 5, rate: 33.33, toReady: 7.5, whole: 40 })
    expect(totals).toMatchObject({ samples: 4, rate: 33.33, toReady: 7.5 })
    expect(controlTotal).toMatchObject({ column: 'samples', expected: 4, actual: 4, ok: true })
    expect(drills).toEqual([{ by: 'sample', customer: '7' }])
    expect(columns.map(({ key }) => key)).not.toContain('engineer')
  })
  test('nothing submitted has no rate', async () => {
    const reader = reading([{ ...source, submitted: '0', converted: '0' }], { ...envelope, total_submitted: '0', total_converted: '0' })
    expect((await runReport({ ...ask, reader })).rows[0]).toMatchObject({ rate: null })
  })
  test('who sees nothing gets nothing, and everything a person gave is a value', () => {
    const own = sampleTrackingQuery({
      params: { ...params, by: 'sample', from: '2026-01-01', engineer: [3] },
      scope: { kind: 'own', userId: 9 },
    })
    expect(own.text).toContain('s.salesperson_id = $1 or s.prepared_by_id = $1')
    expect(own.values).toEqual([9, '2026-01-01', [3]])
    expect(sampleTrackingQuery({ params, scope: { kind: 'none' } }).text).toContain('where true and false')
  })
})
