import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'

import { reportFiles, withReport } from './files'

test('a new report is entered at the end of the list, once imported, the rest untouched', () => {
  const index = readFileSync(path.join(process.cwd(), 'reports/index.ts'), 'utf8')
  const entered = withReport(index, 'customer-visits')
  expect(entered).toContain(`import { customerVisits } from './customer-visits/definition'`)
  expect(entered.trimEnd().endsWith('  customerVisits,\n]')).toBe(true)
  const added = new Set([`import { customerVisits } from './customer-visits/definition'`, '  customerVisits,'])
  expect(entered.split('\n').filter((line) => !added.has(line))).toEqual(index.split('\n'))
})

test('its files name it, and nothing of another report', () => {
  const files = reportFiles('customer-visits')
  expect(Object.keys(files)).toEqual(['query.ts', 'definition.ts', 'report.spec.ts'])
  expect(files['definition.ts']).toContain(`name: 'customer-visits'`)
  expect(files['query.ts']).toContain('export function customerVisitsQuery(')
})
