import { describe, expect, test } from '@jest/globals'
import type { CollapsibleField, Field } from 'payload'

import { collections } from '@/collections'
import { documentKinds } from '@/src/domain/kinds'

import { withHeadSections } from './headSections'
import { longText, shortText } from './texts'

const heads = '/src/admin/fields/HeadSections#HeadSections'
const words = { zh: '字', en: 'word' }

const nameOf = (field: Field): string => ('name' in field && typeof field.name === 'string' ? field.name : '')
const isFolds = (field: Field): field is CollapsibleField => field.type === 'collapsible' && field.admin?.components?.Field === heads
const sectionsIn = (fields: readonly Field[]): CollapsibleField[] =>
  fields.filter(isFolds).flatMap(({ fields: sections }) => sections.filter((each): each is CollapsibleField => each.type === 'collapsible'))

describe('the head of every document', () => {
  const documents = collections.filter(({ slug }) => slug in documentKinds)

  test.each(documents.map(({ slug, fields }) => [slug, fields] as const))(
    '%s: nothing beside the lines, nothing lost, nothing twice',
    (_slug, fields) => {
      const outside = fields.flatMap((field) => nameOf(field) || [])
      const folded = sectionsIn(fields).flatMap((section) => section.fields.map(nameOf))
      expect(fields.filter(isFolds)).toHaveLength(1)
      expect(new Set([...outside, ...folded]).size).toBe(outside.length + folded.length)
      expect([...outside, ...folded]).toEqual(expect.arrayContaining(['no', 'date', 'status', 'version', 'preparedBy', 'approvedBy']))
      for (const field of fields.flatMap((each) => [each, ...sectionsIn([each]).flatMap((section) => section.fields)]))
        expect(field.admin ?? {}).not.toHaveProperty('position')
      // what must be filled in is never folded away
      for (const field of sectionsIn(fields).flatMap((section) => section.fields))
        expect([
          nameOf(field),
          'required' in field && field.required && !(field.admin && 'readOnly' in field.admin && field.admin.readOnly),
        ]).toEqual([nameOf(field), false])
    },
  )

  test('an order: whom it is for first, money, delivery and invoice folded, who did what at the end', () => {
    const orders = documents.find(({ slug }) => slug === 'orders')?.fields ?? []
    expect(orders.slice(0, 3).map(nameOf)).toEqual(['customer', 'kind', 'date'])
    const sections = sectionsIn(orders)
    expect(sections.map(({ admin }) => admin?.custom?.['section'])).toEqual(['prices', 'delivery', 'invoice', 'record'])
    expect(sections[0]?.fields.map(nameOf)).toContain('currency')
    expect(sections[3]?.fields.map(nameOf)).toEqual(expect.arrayContaining(['preparedBy', 'approvedBy', 'approvedAt', 'revision']))
  })
})

test('a question that one field answers is no section; what stands below the lines stays there', () => {
  const given = [shortText('currency', words), longText('reason', words), longText('remark', words)]
  const made = withHeadSections(given, new Set(['remark']))
  expect(made.map(nameOf)).toEqual(['currency', 'reason', '', 'remark'])
  expect(sectionsIn(made).map(({ admin }) => admin?.custom?.['section'])).toEqual(['record'])
})
