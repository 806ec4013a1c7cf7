import { beforeEach, expect, test } from '@jest/globals'

import { isOutdatedPlan, nameOf, planAnew } from './preparedStatements'

beforeEach(planAnew)

test('a statement is named from its second time on, always alike; another text has another name', () => {
  expect(nameOf('select 1', 0)).toBeUndefined()
  const name = nameOf('select 1', 0)
  expect(name).toMatch(/^g\d+_[0-9a-f]{24}$/)
  expect(nameOf('select 1', 0)).toBe(name)
  nameOf('select 2', 0)
  expect(nameOf('select 2', 0)).not.toBe(name)
})

test('what is asked once, however often, keeps no name from what is asked again', () => {
  for (let n = 0; n < 5_000; n += 1) nameOf(`select ${String(n)}`, 0)
  nameOf('select * from orders', 0)
  expect(nameOf('select * from orders', 0)).toBeDefined()
})

test('a list written out is never named', () => {
  for (let n = 0; n < 3; n += 1) {
    expect(nameOf(`insert ${'(), '.repeat(10_000)}`, 10)).toBeUndefined()
    expect(nameOf('insert many', 1_000)).toBeUndefined()
  }
})

test('after the schema changed every name is another one', () => {
  nameOf('select 3', 0)
  const before = nameOf('select 3', 0)
  planAnew()
  expect(nameOf('select 3', 0)).toBeUndefined()
  expect(nameOf('select 3', 0)).not.toBe(before)
})

test('an outdated plan is known through every wrapping', () => {
  const told = Object.assign(new Error('cached plan must not change result type'), { code: '0A000' })
  expect(isOutdatedPlan(new Error('Failed query', { cause: told }))).toBe(true)
  expect(isOutdatedPlan(Object.assign(new Error('not supported'), { code: '0A000' }))).toBe(false)
  expect(isOutdatedPlan(undefined)).toBe(false)
})

test('several commands in one text are never named: a migration may run twice in one process', () => {
  for (let n = 0; n < 3; n += 1) expect(nameOf('create table a (b int); create index on a (b);', 0)).toBeUndefined()
})
