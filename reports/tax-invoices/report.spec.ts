import { describe, expect, test } from '@jest/globals'

import { d } from '@/src/domain/kernel/decimal'
import { reading, seesAll } from '@/tests/support/reportReader'

import { readParams } from '../kit/params'
import { runReport } from '../kit/runReport'
import { taxInvoices } from './definition'

const params = { from: undefined, to: undefined, customer: [], invoice: [] }
// 3 pieces for 100.00 with 13 %: net 88.50, tax 11.50; credited wholly
const line = { invoiceId: 1, date: '2026-02-02', title: '客户', itemCode: 'I1', name: '铆钉', unit: 'PCS', currency: 'CNY', taxRate: '13' }
const rows = [
  { ...line, no: 'IN1', kind: 'invoice', original: null, qty: '3', net: '88.50', tax: '11.50', gross: '100' },
  { ...line, no: 'IN2', kind: 'creditNote', original: 'IN1', qty: '-3', net: '-88.50', tax: '-11.50', gross: '-100' },
]
const ask = {
  report: taxInvoices,
  params,
  viewer: seesAll,
  language: 'en',
  today: '2026-11-24',
  reader: reading(rows, { _expected: '0', total_net: '0', total_tax: '0', total_gross: '0' }),
} as const

describe('export for the tax system', () => {
  test('unit prices meet their amounts to the cent, credit notes too', async () => {
    const answer = await runReport(ask)
    for (const { qty, net, gross, netPrice, grossPrice } of answer.rows) {
      expect(d(String(netPrice)).times(Number(qty)).toDecimalPlaces(2).toNumber()).toBe(net)
      expect(d(String(grossPrice)).times(Number(qty)).toDecimalPlaces(2).toNumber()).toBe(gross)
    }
    expect(answer.rows.map(({ no, kind, original, gross }) => [no, kind, original, gross])).toEqual([
      ['IN1', 'Invoice', null, 100],
      ['IN2', 'Credit note', 'IN1', -100],
    ])
    expect([answer.totals['gross'], answer.controlTotal.ok]).toEqual([0, true])
  })
  test('an end before the start is refused', () => {
    const { params: read } = readParams({
      shape: taxInvoices.params,
      given: [
        ['from', '2026-02-02'],
        ['to', '2026-02-01'],
      ],
      language: 'en',
      today: '2026-03-01',
    })
    expect(taxInvoices.check?.(read as never)).toHaveLength(1)
  })
})
