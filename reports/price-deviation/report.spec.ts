import { expect, test } from '@jest/globals'

import { priceDeviationShape } from './definition'
import { priceDeviationQuery } from './query'

const nothing = { show: 'deviating', from: undefined, to: undefined, customer: [], item: [], salesperson: [], department: [] } as const // prettier-ignore

test('what a person gives never stands in the text of the query', () => {
  const { text, values } = priceDeviationQuery({
    params: { ...nothing, from: '2026-03-10', to: '2026-03-31', customer: [4711], item: [4712], salesperson: [4713], department: [4714] }, // prettier-ignore
    scope: { kind: 'own', userId: 4715 },
    limit: 4716,
  })
  expect(text).not.toMatch(/2026|471\d/)
  expect(values).toEqual(expect.arrayContaining(['2026-03-10', '2026-03-31', [4711], [4712], [4713], [4714], 4715, 4716]))
})

test('a line tells who typed its price and who let it pass; totals tell neither', () => {
  const row = { orderId: 7, manual: true, typed_by: '林晓梅', below: true, below_count: '1', release_no: 'PR1', released_by: '许振华' }
  expect(priceDeviationShape(row, { language: 'zh' })).toMatchObject({
    source: '手工',
    typedBy: '林晓梅',
    below: '低于 · 已放行',
    releasedBy: '许振华 PR1',
  })
  expect(priceDeviationShape({ ...row, manual: false, release_no: null }, { language: 'en' })).toMatchObject({
    source: 'Found',
    typedBy: null,
    below: 'Below',
    releasedBy: null,
  })
  expect(priceDeviationShape({ net: '10', below_count: '2' }, { language: 'en' })).toMatchObject({
    source: null,
    below: null,
    belowCount: 2,
  })
})
