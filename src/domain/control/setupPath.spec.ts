import { expect, test } from '@jest/globals'

import { type SetupFacts, setupPath, unansweredOf } from './setupPath'

const empty: SetupFacts = {
  ...{
    companyNamed: false,
    departments: 0,
    sellers: 0,
    approvers: 0,
    bookkeepers: 0,
    blindManagers: [],
    unanswered: [],
    fourEyes: true,
    warehouses: 0,
    paymentTerms: 0,
  },
  ...{
    itemCategories: 0,
    items: 0,
    customerCategories: 0,
    customers: 0,
    withoutRate: [],
    openingDay: false,
    openingStock: 0,
    openingReceivables: 0,
    stockControlled: true,
    orders: 0,
    approvedOrders: 0,
    waitingOrders: [],
  },
}
const whole: SetupFacts = {
  ...{
    companyNamed: true,
    departments: 1,
    sellers: 1,
    approvers: 2,
    bookkeepers: 2,
    blindManagers: [],
    unanswered: [],
    fourEyes: true,
    warehouses: 1,
    paymentTerms: 1,
  },
  ...{
    itemCategories: 1,
    items: 1,
    customerCategories: 1,
    customers: 1,
    withoutRate: [],
    openingDay: false,
    openingStock: 0,
    openingReceivables: 0,
    stockControlled: true,
    orders: 0,
    approvedOrders: 0,
    waitingOrders: [],
  },
}
const open = (facts: SetupFacts): string[] =>
  setupPath(facts)
    .steps.filter((step) => !step.done && !step.optional)
    .map(({ name }) => name)

test('an empty company is told everything, in order; only the rates have nobody who needs them', () => {
  expect(open(empty)).toEqual([
    ...['company', 'departments', 'people', 'secondPeople', 'warehouses', 'paymentTerms', 'itemCategories', 'items'],
    ...['customerCategories', 'customers', 'firstOrder'],
  ])
  expect(setupPath(empty)).toMatchObject({ ready: false, begun: false, empty: true })
  for (const own of ['departments', 'customers', 'items', 'orders']) expect(setupPath({ ...empty, [own]: 1 }).empty).toBe(false)
})

test.each([
  ['ready, without opening balances', {}, [], true],
  ['nobody but himself approves what a manager sold', { sellers: 1, approvers: 1 }, ['secondPeople'], false],
  ['one sells, two may approve', { sellers: 1, approvers: 2 }, [], true],
  ['one keeps the books alone', { bookkeepers: 1 }, ['secondPeople'], false],
  ['alone, where nobody asks for two', { bookkeepers: 1, approvers: 1, fourEyes: false }, [], true],
  ['a customer pays in dollars nobody has a rate for', { withoutRate: ['USD'] }, ['exchangeRates'], false],
  ['no warehouse', { warehouses: 0 }, ['warehouses'], false],
] as const)('%s', (_name, change, missing, ready) => {
  const facts = { ...whole, ...change }
  expect(open(facts)).toEqual([...missing, 'firstOrder'])
  expect(setupPath(facts).ready).toBe(ready)
})

test('what is missing is named', () => {
  const { steps } = setupPath({ ...whole, withoutRate: ['EUR', 'USD'] })
  expect(steps.find(({ name }) => name === 'exchangeRates')?.missing).toEqual(['EUR', 'USD'])
})

test('the first order alone ends nothing: the path is told until one has been approved, whatever it stumbles on', () => {
  const stuck = setupPath({ ...whole, orders: 1, waitingOrders: ['SO1'], unanswered: ['sales', 'pmc'] })
  expect([stuck.begun, stuck.ready]).toEqual([false, false])
  expect(stuck.steps.filter(({ done, optional }) => !done && !optional)).toMatchObject([
    { name: 'reviewers', missing: ['sales', 'pmc'] },
    { name: 'firstOrder', missing: ['SO1'] },
  ])
  expect(setupPath({ ...whole, orders: 3, approvedOrders: 1, waitingOrders: ['SO2'], unanswered: ['pmc'] }).begun).toBe(true)
})

test.each([
  ['nobody there', {}, [], ['sales', 'pmc']],
  ['a manager and PMC', { sales: 1, pmc: 1 }, [], []],
  ['a general manager answers for nobody', { pmc: 2 }, [], ['sales']],
  ['the only one who sells is the manager asked', { sales: 1, pmc: 1 }, ['sales'], ['sales']],
  ['there is a second manager', { sales: 2, pmc: 1 }, ['sales'], []],
] as const)('who answers reviews: %s', (_name, people, byOnlySeller, open) => {
  const answering = { sales: 0, pmc: 0, rd: 0, engineering: 0, ...people }
  expect(unansweredOf({ asked: ['sales', 'pmc'], answering, byOnlySeller })).toEqual(open)
  expect(unansweredOf({ asked: [], answering, byOnlySeller })).toEqual([])
})

test('who makes goods to order is told that orders beyond the stock are refused, until goods or another way of checking are there', () => {
  const isDone = (facts: SetupFacts): boolean | undefined => setupPath(facts).steps.find(({ name }) => name === 'availability')?.done
  expect([isDone(whole), isDone({ ...whole, openingStock: 1 }), isDone({ ...whole, stockControlled: false })]).toEqual([false, true, true])
})

test('a manager who sees nobody’s orders approves none, and is named until somebody sees them', () => {
  const told = (facts: SetupFacts) => setupPath(facts).steps.find(({ name }) => name === 'secondPeople')
  expect(told({ ...whole, approvers: 1, blindManagers: ['王经理'] })).toMatchObject({ done: false, missing: ['王经理'] })
  expect(told({ ...whole, sellers: 2, approvers: 2, blindManagers: ['王经理'] })).toMatchObject({ done: true, missing: [] })
})
