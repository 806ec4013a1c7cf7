import { expect, test } from '@jest/globals'
import type { ClientField } from 'payload'

import { tellInOneLanguage } from './inOneLanguage'

const both = (zh: string, en: string) => ({ zh, en })

test('a form is told in one language, in place, and what only looks like words stays as it is', () => {
  const options = [{ label: both('标准', 'Standard'), value: 'standard' }]
  const custom = { columns: [{ label: both('数量', 'Quantity') }] }
  const kind: ClientField = { name: 'kind', type: 'radio', label: both('类型', 'Kind'), options }
  const remark: ClientField = { name: 'remark', type: 'text', label: both('备注', 'Remark'), admin: { description: both('说明', 'Note') } }
  const grid: ClientField = { name: 'grid', type: 'ui', label: both('明细', 'Lines'), admin: { custom } }
  const group: ClientField = { type: 'collapsible', label: both('更多', 'More'), admin: {}, fields: [kind, remark, grid] }
  tellInOneLanguage([group], 'en')
  expect(group).toEqual({
    type: 'collapsible',
    label: 'More',
    admin: {},
    fields: [
      { name: 'kind', type: 'radio', label: 'Kind', options: [{ label: 'Standard', value: 'standard' }] },
      { name: 'remark', type: 'text', label: 'Remark', admin: { description: 'Note' } },
      { name: 'grid', type: 'ui', label: 'Lines', admin: { custom: { columns: [{ label: both('数量', 'Quantity') }] } } },
    ],
  })
  expect(group.fields[0]).toBe(kind)
  // what the server knows is not touched
  expect(options[0]?.label).toEqual(both('标准', 'Standard'))
})
