import { expect, test } from '@jest/globals'
import type { ClientField, FieldState } from 'payload'
import { createElement, type ReactNode } from 'react'

import { everyField } from './everyField'
import { heardForm, toldForm } from './toldForm'

const around = ({ children }: { path: string; children: ReactNode }) => children
// a component of the browser, as the server knows it: a function that is marked
const inBrowser = (name: string) => Object.assign(() => name, { $$typeof: Symbol.for('react.client.reference') })
const [Figure, Choice] = [inBrowser('Figure'), inBrowser('Choice')]
const fields: ClientField[] = [
  { name: 'customer', type: 'text', admin: {} },
  {
    type: 'tabs',
    tabs: [
      {
        label: 'Terms',
        fields: [
          { name: 'freight', type: 'text', admin: {} },
          { name: 'rate', type: 'text', admin: {} },
        ],
      },
    ],
    admin: {},
  },
]
const known = { data: { customer: 4, freight: null, rate: 1.5 }, fields: everyField(fields, 'orders'), around }

const drawn = (part: typeof Figure, path: string, schemaPath: string, given: object, field = known.fields.get(schemaPath)): FieldState => ({
  lastRenderedPath: path,
  customComponents: {
    Field: createElement(around, {
      path,
      children: createElement(part, { key: 'field.admin.components.Field', ...given, path, schemaPath, field } as object),
    }),
  },
})
const stored = (value: unknown): FieldState => ({ value, initialValue: value })

const form = {
  customer: { ...stored(4), ...drawn(Choice, 'customer', 'orders.customer', { readOnly: false }) },
  freight: { ...stored(null), ...drawn(Figure, 'freight', 'orders._index-1-0.freight', { readOnly: false, scale: 4 }) },
  rate: { ...stored(2), initialValue: 1.5, ...drawn(Figure, 'rate', 'orders._index-1-0.rate', { readOnly: false, scale: 4 }) },
  '_index-1': { disableFormData: true, lastRenderedPath: '_index-1' },
}

test('every field of a form is found by the name that says where it stands', () => {
  expect([...known.fields.keys()]).toEqual(['orders.customer', 'orders._index-1', 'orders._index-1-0.freight', 'orders._index-1-0.rate'])
})

test('fields drawn alike are named, and those that hold what is stored', () => {
  const told = toldForm(form, known)
  expect(told.stored).toBe('customer freight')
  expect(told.alike.map(({ names, within, given }) => ({ names, within, given }))).toEqual([
    { names: 'customer', within: 'orders.', given: { readOnly: false } },
    { names: 'freight rate', within: 'orders._index-1-0.', given: { readOnly: false, scale: 4 } },
  ])
  expect(Object.keys(told.others)).toEqual(['rate', '_index-1'])
  expect(heardForm(told, known)).toEqual(form)
})

test('what is drawn otherwise than the form says is told as it is', () => {
  const other: ClientField = { name: 'customer', type: 'text', admin: {} }
  const odd = {
    customer: drawn(Choice, 'customer', 'orders.customer', {}, other), // another field than that of the form
    freight: drawn(Figure, 'freight', 'orders._index-1-0.freight', { drawn: createElement('b') }), // something drawn is handed to it
    rate: { customComponents: { ...drawn(Figure, 'rate', 'orders._index-1-0.rate', {}).customComponents, Label: 'Rate' } },
  }
  expect(toldForm(odd, known)).toEqual({ alike: [], stored: '', others: odd })
})
