import { expect, test } from '@jest/globals'

import { digestOf } from './followUpDigest'
import { listAddress } from './listAddress'

test('a filter becomes an address that the list of a collection reads, special characters included', () => {
  const address = listAddress({
    slug: 'orders',
    where: { and: [{ status: { not_in: ['closed', 'a&b'] } }, { hold: { equals: true } }] },
    sort: '-id',
  })
  const [path, query] = address.split('?')
  expect(path).toBe('/collections/orders')
  expect([...new URLSearchParams(query)]).toEqual([
    ['where[or][0][and][0][status][not_in][0]', 'closed'],
    ['where[or][0][and][0][status][not_in][1]', 'a&b'],
    ['where[or][0][and][1][hold][equals]', 'true'],
    ['sort', '-id'],
  ])
  expect(listAddress({ slug: 'orders', where: { id: { equals: 4 } }, sort: 'id' })).toContain(
    encodeURIComponent('where[or][0][and][0][id][equals]'),
  )
})

test('the mail has every group with something in it, says how many more there are, and counts what is urgent in its subject', () => {
  const row = { slug: 'orders', id: 1, no: 'SO20261123-0001', text: '华强服饰', date: '2026-11-20' }
  const group = { key: 'overdue', label: '逾期未出货', count: 3, urgent: true, rows: [row], link: '/unshipped' }
  const board = [group, { ...group, key: 'empty', label: '空', count: 0, urgent: false, rows: [] }]
  const { subject, text } = digestOf({ board, language: 'zh', today: '2026-11-23', url: 'http://localhost:3000/admin/follow-up' })
  expect(subject).toBe('跟单摘要 2026-11-23 · 3 !')
  expect(text).toBe(
    '逾期未出货 (3)\n  SO20261123-0001  华强服饰  2026-11-20\n  … 另有 2 项\n\n打开看板: http://localhost:3000/admin/follow-up',
  )
})
