import { describe, expect, test } from '@jest/globals'

import { asksForMore, type Party, standingFindings } from './standing'

const party = (id: number, status: Party['status']): Party => ({ id, code: `C${id}`, name: `Customer ${id}`, status })
const statuses: Party['status'][] = ['active', 'frozen', 'disabled']
const codeOf = { active: [], frozen: ['CUSTOMER_FROZEN'], disabled: ['CUSTOMER_DISABLED'] }

describe('who may do business', () => {
  test.each(statuses.flatMap((customer) => statuses.map((payer) => ({ customer, payer }))))(
    'customer $customer, payer $payer',
    ({ customer, payer }) => {
      const found = standingFindings({ customer: party(1, customer), payer: party(2, payer) })
      expect(found.map(({ code }) => code)).toEqual([...codeOf[customer], ...codeOf[payer]])
      expect(found.filter(({ facts }) => facts['paysFor'] === 'C1')).toHaveLength(payer === 'active' ? 0 : 1)
    },
  )

  test('who pays for himself is told once', () => {
    const frozen = party(1, 'frozen')
    expect(standingFindings({ customer: frozen, payer: { ...frozen } })).toHaveLength(1)
  })
})

describe('asking for more', () => {
  const before = [
    { id: 'a', qty: 5, gross: 50 },
    { id: 'b', qty: 2, gross: 20 },
  ]
  test.each<[string, typeof before, boolean]>([
    ['the same', before, false],
    ['less', [{ id: 'a', qty: 4, gross: 40 }], false],
    ['a line more', [...before, { id: 'c', qty: 1, gross: 1 }], true],
    ['a larger quantity', [{ id: 'a', qty: 6, gross: 50 }], true],
    ['a larger amount', [{ id: 'a', qty: 5, gross: 50.01 }], true],
    ['one line less, another more', [{ id: 'b', qty: 3, gross: 20 }], true],
  ])('%s', (_name, after, more) => expect(asksForMore(before, after)).toBe(more))
})
