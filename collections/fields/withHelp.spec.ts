import { expect, test } from '@jest/globals'
import type { Field } from 'payload'

import { collections } from '@/collections'
import { globals } from '@/collections/globals'

import { fieldHelp } from './fieldHelp'
import { withHelp } from './withHelp'

type Asked = { at: string; name: string; description: unknown; readOnly: boolean }

/** Every field a form has, whatever lays it out. */
function* asked(fields: readonly Field[], at: string): Iterable<Asked> {
  for (const field of fields) {
    if (field.type === 'tabs') for (const tab of field.tabs) yield* asked(tab.fields, 'name' in tab && tab.name ? `${at}${tab.name}.` : at)
    const { name, admin } = field as { name?: string; admin?: { description?: unknown; readOnly?: boolean } }
    if (name) yield { at: `${at}${name}`, name, description: admin?.description, readOnly: admin?.readOnly === true }
    if ('fields' in field) yield* asked(field.fields, name ? `${at}${name}.` : at)
  }
}
const every = (forms: Array<{ slug: string; fields: Field[] }>, prefix = ''): Asked[] =>
  forms.flatMap(({ slug, fields }) => [...asked(fields, `${prefix}${slug}.`)])

const before = [...every(collections), ...every(globals, 'global ')]
const after = [...every(withHelp(collections)), ...every(withHelp(globals, 'global '), 'global ')]

test('a field that says what it asks for keeps its own words; nothing but help is added', () => {
  expect(after.map(({ at, readOnly }) => [at, readOnly])).toEqual(before.map(({ at, readOnly }) => [at, readOnly]))
  const changed = after.filter(({ description }, index) => before[index]?.description && description !== before[index].description)
  expect(changed).toEqual([])
})

test('what nobody fills in asks for nothing', () => {
  const helped = after.filter(({ description }, index) => description !== before[index]?.description)
  expect(helped.length).toBeGreaterThan(120)
  expect(helped.filter(({ readOnly }) => readOnly)).toEqual([])
})

test('every help has a field, by its name or by kind and path', () => {
  const reached = new Set(after.map(({ description }) => description))
  expect(Object.keys(fieldHelp).filter((key) => !reached.has(fieldHelp[key]))).toEqual([])
})

test('help is short, in both languages, and no sentence ends with a full stop', () => {
  for (const [key, { zh, en }] of Object.entries(fieldHelp)) {
    expect([key, zh.length <= 40, en.length <= 100, /[。.]$/.test(zh + en)]).toEqual([key, true, true, false])
    expect([key, /\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([key, true, false])
  }
})
