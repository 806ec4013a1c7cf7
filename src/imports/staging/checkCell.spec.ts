import { describe, expect, test } from '@jest/globals'

import { checkCell } from './checkCell'
import { describeProblem } from './describeProblem'
import type { CellKind } from './sourceTable'

describe('a cell is taken in only when it holds what its column needs', () => {
  test.each<[CellKind, string, string | null]>([
    ['int', '43659', null],
    ['int', '-1', null],
    ['int', '1.5', 'NOT_A_WHOLE_NUMBER'],
    ['int', '99999999999', 'NOT_A_WHOLE_NUMBER'],
    ['count', '-1', 'NOT_A_WHOLE_NUMBER'],
    ['money', '2024.9940', null],
    ['money', '2024.99401', 'NOT_A_NUMBER'],
    ['money', '1,000.00', 'NOT_A_NUMBER'],
    ['money', '1e3', 'NOT_A_NUMBER'],
    ['money', '-5', 'NOT_A_NUMBER'],
    ['exact', '1374.123456', null],
    ['flag', '0', null],
    ['flag', 'true', 'NOT_A_FLAG'],
    ['date', '2012-02-29', null],
    ['date', '2013-02-29', 'NOT_A_DATE'],
    ['date', '1900-02-29', 'NOT_A_DATE'],
    ['date', '2013-04-31', 'NOT_A_DATE'],
    ['date', '31.12.2013', 'NOT_A_DATE'],
    ['text', 'Sánchez, 铆钉', null],
    ['text', 'S\ufffdnchez', 'BAD_TEXT'],
    ['text', 'a\u0000b', 'BAD_TEXT'],
  ])('%s %s → %s', (kind, text, problem) => {
    expect(checkCell({ kind, text })).toBe(problem)
  })
})

test('a problem names file, line, column and reason in the reader’s language', () => {
  const problem = {
    file: 'SalesOrderDetail.csv.gz',
    line: 17,
    column: 'OrderQty',
    code: 'NOT_A_WHOLE_NUMBER',
    facts: { value: 'x' },
  } as const
  expect(describeProblem({ problem, language: 'en' })).toBe(
    'SalesOrderDetail.csv.gz line 17 column OrderQty: "x" is not a whole number [NOT_A_WHOLE_NUMBER]',
  )
  expect(describeProblem({ problem, language: 'zh' })).toBe(
    'SalesOrderDetail.csv.gz 第 17 行 OrderQty 列: “x”不是整数 [NOT_A_WHOLE_NUMBER]',
  )
})
