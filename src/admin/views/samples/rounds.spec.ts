import { expect, test } from '@jest/globals'

import { compareMeasured } from './rounds'

test('two rounds are compared feature by feature; nothing measured in one of them is lost', () => {
  const left = [
    { feature: 'headSize', required: '12.5', measured: '12.8', judgement: 'out' as const },
    { feature: 'colour', required: '青古铜', measured: '青古铜' },
  ]
  const right = [
    { feature: 'thickness', required: '2.0', measured: '2.0' },
    { feature: 'headSize', required: '12.5', measured: '12.5', judgement: 'ok' as const },
  ]
  expect(compareMeasured(left, right)).toEqual([
    { feature: 'thickness', required: '2.0', left: undefined, right: right[0] },
    { feature: 'headSize', required: '12.5', left: left[0], right: right[1] },
    { feature: 'colour', required: '青古铜', left: left[1], right: undefined },
  ])
})

test('without measurements there is nothing to compare', () => expect(compareMeasured([], [])).toEqual([]))
