import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { d, Decimal } from '../kernel/decimal'
import { availabilityModeOf, decideAvailability, type AvailabilityDemand } from './decideAvailability'
import { emptyStock, issueStock, latestCostAfter, receiveStock, receiveValue } from './movingAverage'

const demand = (changes: Partial<AvailabilityDemand>): AvailabilityDemand => ({
  item: 'I1',
  warehouse: 'W1',
  batchNo: null,
  demandIncrease: 0,
  required: 0,
  availableBefore: 0,
  mode: 'control',
  indexes: [0],
  ...changes,
})
const decide = (changes: Partial<AvailabilityDemand>) => decideAvailability([demand(changes)])

describe('availability', () => {
  test('S-02 required 3, available 2: refused in control, warned in check, silent when off', () => {
    const short = { demandIncrease: 3, required: 3, availableBefore: 2, indexes: [4, 5] }
    expect(decide(short)).toEqual([
      {
        code: 'NOT_AVAILABLE',
        severity: 'error',
        path: 'lines.4.qty',
        facts: { item: 'I1', warehouse: 'W1', batchNo: null, required: 3, available: 2, lines: [4, 5] },
        remedy: { action: 'reduceQty', facts: { qty: 2 } },
      },
    ])
    expect(decide({ ...short, mode: 'check' })[0]?.severity).toBe('warning')
    expect(decide({ ...short, mode: 'off' })).toEqual([])
  })

  test('V-02 order 40 of 40 passes, then 0.0001 is refused', () => {
    expect(decide({ demandIncrease: 40, required: 40, availableBefore: 40 })).toEqual([])
    expect(decide({ demandIncrease: '0.0001', required: '0.0001', availableBefore: 0 })[0]?.facts).toMatchObject({
      required: 0.0001,
      available: 0,
    })
  })

  test('V-03 a delivery asks nothing twice: 40 of its order pass with 0 free, 41 needs 1 more', () => {
    expect(decide({ demandIncrease: 0, required: 40 })).toEqual([])
    expect(decide({ demandIncrease: 1, required: 41 })[0]?.facts).toMatchObject({ required: 41, available: 40 })
  })

  test('reductions always pass, even when the stock is overdrawn', () =>
    expect(decide({ demandIncrease: -10, required: 30, availableBefore: -5 })).toEqual([]))

  test('V-06 mode per item, else category, else company', () => {
    expect(availabilityModeOf(['inherit', 'check'], 'control')).toBe('check')
    expect(availabilityModeOf(['off', 'check'], 'control')).toBe('off')
    expect(availabilityModeOf([null, undefined], 'control')).toBe('control')
  })
})

describe('F4 moving average by value', () => {
  test('in 10@10, 10@20, out 15 → 225 issued, 75 left', () => {
    const first = receiveStock({ state: emptyStock, qty: 10, cost: 10 })
    const second = receiveStock({ state: first.state, qty: 10, cost: 20 })
    const out = issueStock({ state: second.state, qty: 15 })
    expect([out.value.toFixed(2), out.state.value.toFixed(2), out.state.average.toString()]).toEqual(['225.00', '75.00', '15'])
    const back = receiveValue({ state: out.state, qty: 15, value: out.value })
    expect([back.state.qty.toString(), back.state.value.toFixed(2)]).toEqual(['20', '300.00'])
  })

  test('latest cost skips receipts without value', () => {
    expect(latestCostAfter({ latest: null, qty: 2, value: 10 })?.toString()).toBe('5')
    expect(latestCostAfter({ latest: 5, qty: 10, value: 0 })?.toString()).toBe('5')
    expect(latestCostAfter({ latest: null, qty: 10, value: 0 })).toBeNull()
  })

  test('property: nothing of the value is lost, and an empty stock is worth 0.00', () => {
    const receipt = fc.record({ qty: fc.integer({ min: 1, max: 1_000_000 }), cost: fc.integer({ min: 0, max: 1_000_000 }) })
    fc.assert(
      fc.property(
        fc.array(receipt, { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 8 }),
        (receipts, percents) => {
          let state = emptyStock
          let received = new Decimal(0)
          for (const r of receipts) {
            const move = receiveStock({ state, qty: d(r.qty).div(10_000), cost: d(r.cost).div(1000) })
            received = received.plus(move.value)
            state = move.state
          }
          let issued = new Decimal(0)
          for (const percent of percents) {
            const move = issueStock({ state, qty: state.qty.times(percent).div(100).toDecimalPlaces(4) })
            issued = issued.plus(move.value)
            state = move.state
            if (state.value.isNegative()) return false
          }
          const last = issueStock({ state, qty: state.qty })
          return issued.plus(last.value).eq(received) && last.state.value.isZero() && last.state.qty.isZero()
        },
      ),
    )
  })
})
