import { describe, expect, test } from '@jest/globals'

import { decidePayerChange, type MovedDocument } from './decidePayerChange'
import type { Party } from './standing'

const customer: Party = { id: 1, code: 'C1', name: '甲', status: 'active' }
const payer = (status: Party['status'] = 'active'): Party => ({ id: 2, code: 'P1', name: '乙', status })
const order: MovedDocument = { slug: 'orders', id: 7, no: 'SO1', status: 'approved', settled: false, left: false }
const invoice: MovedDocument = { slug: 'invoices', id: 8, no: 'SI1', status: 'approved', settled: false, left: true }

describe('another payer takes over open documents', () => {
  test.each<[string, Party['status'], MovedDocument[], string[]]>([
    ['nothing settled, payer active', 'active', [order, invoice], []],
    ['an invoice paid in part', 'active', [order, { ...invoice, settled: true }], ['DOWNSTREAM_EXISTS']],
    ['a frozen payer takes over an invoice', 'frozen', [invoice], []],
    ['a frozen payer takes over no order', 'frozen', [order], ['CUSTOMER_FROZEN']],
    ['a disabled payer takes over no order', 'disabled', [order, invoice], ['CUSTOMER_DISABLED']],
    ['both', 'frozen', [order, { ...invoice, settled: true }], ['DOWNSTREAM_EXISTS', 'CUSTOMER_FROZEN']],
  ])('%s', (_, status, documents, codes) => {
    expect(decidePayerChange({ customer, payer: payer(status), documents }).map(({ code }) => code)).toEqual(codes)
  })

  test('a frozen customer goes over to an active payer, and the refusal of a frozen payer says whom he pays for', () => {
    expect(decidePayerChange({ customer: { ...customer, status: 'frozen' }, payer: payer(), documents: [order] })).toEqual([])
    expect(decidePayerChange({ customer, payer: payer('frozen'), documents: [order] })[0]?.facts).toMatchObject({
      customer: 'P1',
      paysFor: 'C1',
    })
  })

  test('the refusal names what is settled in part, and nothing else', () => {
    const [finding] = decidePayerChange({ customer, payer: payer(), documents: [order, { ...invoice, settled: true }] })
    expect(finding?.facts['documents']).toEqual([{ slug: 'invoices', id: 8, no: 'SI1', status: 'approved' }])
  })
})
