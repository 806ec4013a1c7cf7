import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { allowedVerbs, validateSteps } from '../kernel/steps'
import { completeFeatures, deviationOf, featureFindings, missingForConversion, type SampleFeature } from './features'
import { foreignFields, roundEditable, roundStatuses, roundSteps } from './feedbackRound'
import { acceptsRounds, isApprovedSample, nextResponsible, sampleEditable, sampleStatuses, sampleSteps } from './sampleSteps'
import {
  followLine,
  type SampleWorkOrder,
  statusAfterCompleting,
  workOrderContributions,
  workOrderEditable,
  workOrderStatuses,
  workOrderSteps,
} from './workOrder'

describe('the tables', () => {
  test('are sound', () => {
    expect(
      validateSteps({ name: 'samples', statuses: sampleStatuses, initial: 'draft', steps: sampleSteps, editable: sampleEditable }),
    ).toEqual([])
    expect(
      validateSteps({ name: 'rounds', statuses: roundStatuses, initial: 'awaiting', steps: roundSteps, editable: roundEditable }),
    ).toEqual([])
    expect(
      validateSteps({
        name: 'work orders',
        statuses: workOrderStatuses,
        initial: 'open',
        steps: workOrderSteps,
        editable: workOrderEditable,
      }),
    ).toEqual([])
  })
  test('only an approved sample is converted, and only approved ones count as approved', () => {
    for (const status of sampleStatuses) {
      expect(allowedVerbs<string>(sampleSteps, status).includes('convert')).toBe(isApprovedSample(status))
      if (isApprovedSample(status)) expect(acceptsRounds(status)).toBe(false)
    }
    expect([nextResponsible('draft'), nextResponsible('submitted'), nextResponsible('sent'), nextResponsible('converted')]).toEqual([
      'sales',
      'engineering',
      'customer',
      null,
    ])
  })
})

describe('features', () => {
  const template = [
    { key: 'headSize', type: 'number' as const, unit: 'mm', tolerance: 0.1, required: true },
    { key: 'colour', type: 'choice' as const, options: '青古铜，枪色', required: false },
  ]
  test('the template comes first, what was added stays', () =>
    expect(
      completeFeatures({
        template,
        entered: [
          { key: 'note', value: 'x' },
          { key: 'headSize', value: '12.5' },
        ],
      }),
    ).toMatchObject([
      { key: 'headSize', value: '12.5', required: true },
      { key: 'colour', value: null },
      { key: 'note', value: 'x', type: 'text' },
    ]))
  test('completing twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ key: fc.string({ minLength: 1 }), value: fc.string() }), { selector: ({ key }) => key }),
        (entered) => {
          const once = completeFeatures({ template, entered })
          expect(completeFeatures({ template, entered: once })).toEqual(once)
        },
      ),
    )
  })
  test('values are of their type', () => {
    const value = (key: string, given: string): SampleFeature[] => completeFeatures({ template, entered: [{ key, value: given }] })
    expect(featureFindings(value('headSize', '12.5'))).toEqual([])
    expect(featureFindings(value('headSize', '约 12'))).toMatchObject([{ code: 'INVALID_INPUT', facts: { accepted: 'a number' } }])
    expect(featureFindings(value('colour', '枪色'))).toEqual([])
    expect(featureFindings(value('colour', 'pink'))).toMatchObject([{ facts: { accepted: '青古铜, 枪色' } }])
  })
  test('everything missing at once', () => {
    const features = completeFeatures({ template, entered: [] })
    expect(missingForConversion({ features, drawings: 0, drawingRequired: true, code: ' ' })).toEqual(['headSize', 'drawing', 'code'])
    expect(missingForConversion({ features, drawings: 0, drawingRequired: false, code: 'F-1' })).toEqual(['headSize'])
  })
  test.each([
    ['12.5', '12.6', 0.1, '+0.1', true],
    ['12.5', '12.61', 0.1, '+0.11', false],
    ['2', '1.95', null, '-0.05', false],
    ['2', '2.0', null, '0', true],
  ])('required %s, measured %s ± %s: %s', (required, measured, tolerance, deviation, within) =>
    expect(deviationOf({ required, measured, tolerance })).toEqual({ deviation, within }),
  )
  test('what is no figure has no deviation', () => expect(deviationOf({ required: '青古铜', measured: '枪色', tolerance: 1 })).toBeNull())
})

test('each side changes its own fields of a round', () => {
  const changed = ['status', 'remark', 'technical', 'pictures']
  expect(foreignFields({ changed, roles: ['sales'] })).toEqual([{ field: 'technical', owner: 'engineering' }])
  expect(foreignFields({ changed, roles: ['engineering'] }).map(({ field }) => field)).toEqual(['status', 'remark'])
  expect(foreignFields({ changed, roles: null })).toEqual([])
})

describe('a work order', () => {
  const doc: SampleWorkOrder = {
    id: 1,
    no: 'WO1',
    date: '2026-03-01',
    version: 1,
    status: 'inWork',
    sample: 1,
    order: 1,
    orderLine: 'l',
    item: 7,
    warehouse: 3,
    qty: 5,
    completed: 3,
    scrapped: 1,
    materials: [{ id: 'm', item: 9, qty: 2, warehouse: 1, issued: true }],
  }
  test('what is made is there, the rest is expected, material is gone', () =>
    expect(workOrderContributions({ doc }).stock.map(({ account, item, qty }) => [account, item, qty])).toEqual([
      ['onHand', 7, '3'],
      ['expectedIn', 7, '2'],
      ['onHand', 9, '-2'],
    ]))
  test('cancelled, what was made stays', () =>
    expect(workOrderContributions({ doc: { ...doc, status: 'cancelled', materials: [] } }).stock.map(({ qty }) => qty)).toEqual(['3']))
  test('done when all is there or the rest is given up', () => {
    expect(statusAfterCompleting({ qty: 5, completed: 5, final: false })).toBe('completed')
    expect(statusAfterCompleting({ qty: 5, completed: 3, final: false })).toBe('inWork')
    expect(statusAfterCompleting({ qty: 5, completed: 3, final: true })).toBe('completed')
  })
})

describe('a work order follows the line it serves', () => {
  test.each<[string, Parameters<typeof followLine>[0], number, [string, number] | null]>([
    ['nothing has changed', { status: 'open', qty: 5, completed: 0 }, 5, null],
    ['more is wanted before work begins', { status: 'open', qty: 5, completed: 0 }, 8, ['open', 8]],
    ['less is wanted while it is made', { status: 'inWork', qty: 5, completed: 2 }, 3, ['inWork', 3]],
    ['more is wanted after everything was made', { status: 'completed', qty: 5, completed: 5 }, 8, ['inWork', 8]],
    ['what is made is enough', { status: 'inWork', qty: 5, completed: 2 }, 2, ['completed', 2]],
    ['fewer are wanted than are made: they stay', { status: 'completed', qty: 5, completed: 5 }, 3, null],
    ['nothing is wanted and nothing made', { status: 'inWork', qty: 5, completed: 0 }, 0, ['cancelled', 5]],
    ['nothing is wanted, something is made', { status: 'inWork', qty: 5, completed: 2 }, 0, ['completed', 2]],
    ['what was given up is wanted again', { status: 'cancelled', qty: 5, completed: 0 }, 5, ['open', 5]],
    ['given up, and still not wanted', { status: 'cancelled', qty: 5, completed: 0 }, 0, null],
  ])('%s', (_name, work, wanted, expected) => {
    const next = followLine(work, wanted)
    expect(next && [next.status, next.qty.toNumber()]).toEqual(expected)
  })

  test('following once is following twice, and never is less planned than made', () => {
    const quantity = fc.integer({ min: 0, max: 500 })
    fc.assert(
      fc.property(fc.constantFrom('open', 'inWork', 'completed'), quantity, quantity, quantity, (status, extra, completed, wanted) => {
        const work = { status, qty: completed + extra, completed } as const
        const next = followLine(work, wanted) ?? work
        expect(Number(next.qty)).toBeGreaterThanOrEqual(completed)
        expect(followLine({ ...next, completed }, wanted)).toBeNull()
      }),
    )
  })
})
