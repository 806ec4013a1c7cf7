/** customer-visits → customerVisits. */
const camel = (name: string): string => name.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase())

/** The files of a new report: orders by customer, which is a whole report to change, not a sketch. */
export function reportFiles(name: string): Record<string, string> {
  const called = camel(name)
  const title = called.charAt(0).toUpperCase() + called.slice(1)
  return {
    'query.ts': `import { sumsNow } from '@/src/ledger/sums/sumsOf'

import { documentsWanted, netOfHead } from '../kit/documents'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'
import type { Period, Whose } from '../kit/usualParams'

export type ${title}Params = Period & Whose

/** Approved orders by customer, without tax, in base currency. Control: net totals of the heads. */
export function ${called}Query({ params, scope, limit }: { params: ${title}Params; scope: Scope; limit?: number }): Statement {
  const { values, $ } = statementValues()
  const wanted = (of: string): string =>
    [\`\${of}.status::text in ('approved', 'closed')\`, ...documentsWanted({ ...params, scope, $, of })].join(' and ')
  const text = \`
with facts as (select s.customer_id, s.net, s.lines, s.rounded from \${sumsNow('order_sums')} s where \${wanted('s')} and s.lines > 0),
rows as (select customer_id, count(*) as orders, sum(net) as net from facts group by 1),
totals as (select count(*) as "_rows", sum(orders) as "total_orders", sum(net) as "total_net" from rows),
control as (
  select coalesce(sum(\${netOfHead('o')}), 0) as net, count(*) filter (where o.opening or o.exchange_rate <> 1) as rounded,
    (select coalesce(sum(lines), 0) from facts where rounded) as lines
  from orders o where \${wanted('o')}
)
select r.customer_id as "customerId", c.code as "customerCode", c.name as customer, r.orders, r.net, t.*, k.net as "_expected",
  0.005 * (k.rounded + k.lines) as "_tolerance"
from totals t cross join control k left join rows r on true left join customers c on c.id = r.customer_id
order by r.net desc, c.code\${limit === undefined ? '' : \` limit \${$(limit)}\`}\`
  return { text, values }
}
`,
    'definition.ts': `import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { figuresOf, idIn, textsOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, period, whose } from '../kit/usualParams'

import { ${called}Query } from './query'

const params = { ...period, ...whose }

export const ${called}Shape = (row: SourceRow) => ({
  customerId: idIn(row, 'customerId'),
  ...textsOf(row, ['customerCode', 'customer']),
  ...figuresOf(row, ['orders', 'net']),
})

/** What this report answers, in one sentence. */
export const ${called} = defineReport({
  name: '${name}',
  title: { zh: '${name}', en: '${name}' },
  params,
  check: endsAfterStart,
  columns: () => [
    col.code('customerCode', { zh: '客户编码', en: 'Customer code' }),
    col.customer('customer', { zh: '客户', en: 'Customer' }),
    col.count('orders', { zh: '订单数', en: 'Orders' }),
    col.money('net', { zh: '金额（无税）', en: 'Amount (net)' }),
  ],
  query: ${called}Query,
  shape: (row) => ${called}Shape(row),
  controlTotal: { column: 'net', equals: { zh: '订单表头无税金额合计', en: 'net totals of the orders' } },
  chart: () => ({ category: 'customer', over: 'ranking', measures: ['net'] }),
  rights: ['sales', 'salesManager', 'generalManager', 'auditor', 'admin'],
})
`,
    'report.spec.ts': `import { expect, test } from '@jest/globals'

import { reading, seesAll } from '@/tests/support/reportReader'

import { runReport } from '../kit/runReport'
import { ${called} } from './definition'
import { ${called}Query } from './query'

const params = { from: undefined, to: undefined, customer: [], salesperson: [], department: [] }

test('two customers: their orders, the total, and that it agrees with the books', async () => {
  const rows = [
    { customerId: 1, customerCode: 'C1', customer: '甲', orders: '2', net: '300.10' },
    { customerId: 2, customerCode: 'C2', customer: '乙', orders: '1', net: '99.90' },
  ]
  const reader = reading(rows, { _expected: '400', total_orders: '3', total_net: '400' })
  const answer = await runReport({ report: ${called}, params, viewer: seesAll, reader, language: 'zh', today: '2026-11-29' })
  expect(answer.rows.map(({ customer, orders, net }) => [customer, orders, net])).toEqual([
    ['甲', 2, 300.1],
    ['乙', 1, 99.9],
  ])
  expect([answer.totals['net'], answer.controlTotal.ok]).toEqual([400, true])
})

test('what a person gives never stands in the text of the query', () => {
  const statement = ${called}Query({ params: { ...params, customer: [4711] }, scope: { kind: 'own', userId: 4713 } })
  expect(statement.text).not.toMatch(/471\\d/)
})
`,
  }
}

/** The list of reports with one more, at its end. */
export function withReport(index: string, name: string): string {
  const called = camel(name)
  const lastImport = index.lastIndexOf('\nimport ')
  const endOfImport = index.indexOf('\n', lastImport + 1)
  const imported = `${index.slice(0, endOfImport)}\nimport { ${called} } from './${name}/definition'${index.slice(endOfImport)}`
  return imported.replace(/\n\]\s*$/, `\n  ${called},\n]\n`)
}
