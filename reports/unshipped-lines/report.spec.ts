import { expect, test } from '@jest/globals'

import { unshippedLinesShape } from './definition'
import { unshippedLinesQuery } from './query'

const nothing = { by: 'date', state: undefined, asOf: undefined, until: undefined, customer: [], item: [], salesperson: [], department: [] } as const // prettier-ignore

test('what a person gives never stands in the text of the query', () => {
  const { text, values } = unshippedLinesQuery({
    params: { ...nothing, state: 'overdue', asOf: '2026-03-10', until: '2026-03-31', customer: [4711], item: [4712], salesperson: [4713], department: [4714] }, // prettier-ignore
    scope: { kind: 'own', userId: 4715 },
    today: '2026-11-23',
  })
  expect(text).not.toMatch(/2026|471\d/)
  expect(values).toEqual(expect.arrayContaining(['2026-03-10', '2026-03-31', [4711], [4712], [4713], [4714], 4715, 'overdue']))
})

test('a row says its state in the language asked; the totals row has no state and no days', () => {
  const row = { state: 'overdue', late: '3', open: '40', overdue: '40', amount: '4000', hold: true, orderLineId: 'a1' }
  expect(unshippedLinesShape(row, { language: 'zh' })).toMatchObject({
    state: '逾期',
    late: 3,
    hold: '暂挂',
    orderLineId: 'a1',
    open: '40',
  })
  expect(unshippedLinesShape(row, { language: 'en' })).toMatchObject({ state: 'Overdue', hold: 'On hold' })
  expect(unshippedLinesShape({ open: '40' }, { language: 'en' })).toMatchObject({ state: null, late: null, overdue: '0' })
})
