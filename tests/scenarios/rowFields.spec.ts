// More than 300 lines: header and rows are compared with the same oracle, in one world.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  afterReadTraverseFields,
  beforeChangeTraverseFields,
  beforeValidateTraverseFields,
  createLocalReq,
  type Field,
  type PayloadRequest,
  validations,
} from 'payload'

import { findProblems } from '@/hooks/rows/findProblems'
import { allRules } from '@/src/engine/define'
import { enterRows } from '@/src/engine/rows/enterRows'
import { readRows, rowsAsStored } from '@/src/engine/rows/readRows'
import { lineFieldsOf, type RowField } from '@/src/engine/rows/rowFields'

import { startApp, type TestApp } from '../support/app'
import { type Factory, openFactory } from '../support/story'

/*
 * Headers and rows are judged in one pass of ours. Payload's own pass over the same fields, given its validators back, is the oracle: for every field of
 * every document and of its rows, and values of every wrong kind, both say the same words at the same paths.
 */

let app: TestApp
let f: Factory
let req: PayloadRequest

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  req = await createLocalReq({}, app.payload)
})
afterAll(() => app.close())

type Problem = { path: string; message: string; label?: unknown }
type Row = Record<string, unknown>

/** The fields as Payload would have judged them. */
const withValidators = (fields: readonly Field[]): Field[] =>
  fields.map((field) => {
    const own: unknown = field.custom?.['judge']
    const platforms = (value: unknown, options: Row) =>
      (validations[field.type as 'text'] as (v: unknown, o: unknown) => unknown)(value, { ...field, ...options })
    const isKept = 'validate' in field && typeof field.validate === 'function' // as in the header
    const judge = own === undefined || isKept ? {} : { validate: own ?? ('virtual' in field && field.virtual ? () => true : platforms) }
    return Object.assign({ ...field }, judge, 'fields' in field ? { fields: withValidators(field.fields) } : {})
  })

async function oracle(fields: readonly Field[], slug: string, data: Row): Promise<Problem[]> {
  const errors: Problem[] = []
  const level = {
    doc: {},
    docWithLocales: {},
    siblingDoc: {},
    siblingDocWithLocales: {},
    data: structuredClone(data),
    siblingData: structuredClone(data),
  }
  const paths = { parentIndexPath: '', parentPath: '', parentSchemaPath: '', fieldLabelPath: '', parentIsLocalized: false }
  const collection = app.payload.collections[slug as 'orders'].config
  await beforeChangeTraverseFields({
    ...level,
    ...paths,
    collection,
    context: {},
    errors,
    fields: withValidators(fields),
    global: null,
    mergeLocaleActions: [],
    operation: 'create',
    overrideAccess: false,
    req,
    skipValidation: false,
  } as unknown as Parameters<typeof beforeChangeTraverseFields>[0])
  return errors
}

const ours = (fields: readonly Field[], slug: string, data: Row): Promise<Problem[]> =>
  findProblems(
    { req, operation: 'create', id: undefined, collectionSlug: slug, data, wanted: 'ours' },
    { fields, now: data, before: {}, path: [], label: () => '' },
  )

const wrong: readonly unknown[] = [
  null,
  '',
  'nonsense',
  'x'.repeat(20_000),
  '2026-13-45',
  '{',
  -1,
  -1e15,
  0.5,
  1e15,
  Number.NaN,
  true,
  {},
  { a: 1 },
  [],
  ['nonsense'],
  [1, 1],
]

const sorted = (problems: readonly Problem[]): string[] =>
  problems.map(({ path, message, label }) => `${path} | ${String(label)} | ${message}`).sort()

/** The fields of a kind, as they are before the operations are given them without what has been judged. */
const fieldsOf = (slug: string): Field[] => app.payload.config.collections.find((collection) => collection.slug === slug)?.fields ?? []

/** Every list of rows of a document, with the path of names that leads to it. */
const lists = (fields: readonly Field[], path: readonly string[] = []): Array<{ path: readonly string[]; fields: Field[] }> =>
  fields.flatMap((field) => {
    if (field.type === 'array')
      return [{ path: [...path, field.name], fields: field.fields }, ...lists(field.fields, [...path, field.name])]
    return 'fields' in field ? lists(field.fields, 'name' in field && field.name ? [...path, field.name] : path) : []
  })

const named = (fields: readonly Field[]): Array<Field & { name: string }> =>
  fields.flatMap((field) =>
    'name' in field && field.name ? [field as Field & { name: string }] : 'fields' in field ? named(field.fields) : [],
  )

const isVirtual = (field: Field): boolean => 'virtual' in field && field.virtual === true

const inside = (path: readonly string[], row: Row): Row => path.reduceRight<Row>((inner, name) => ({ [name]: [inner] }), row)

test('every validator of every field of every row still refuses, in the same words at the same path', async () => {
  const silent: string[] = []
  let refusals = 0
  for (const { slug } of allRules()) {
    const all = fieldsOf(slug)
    for (const list of lists(all)) {
      const own = all.filter((field) => 'name' in field && field.name === list.path[0])
      const fields = own.length > 0 ? own : all // the rest of the header says nothing of these rows
      for (const field of named(list.fields)) {
        let refused = 0
        // a row that is no record makes the oracle itself fall over
        for (const value of field.type === 'array' ? wrong.filter((given) => !Array.isArray(given) || given.length === 0) : wrong) {
          const data = inside(list.path, { [field.name]: value })
          const expected = (await oracle(fields, slug, data)).filter(({ path }) => path.startsWith(`${list.path[0]}.`))
          const kept =
            'filterOptions' in field || field.name === 'id' ? expected.filter(({ path }) => !path.endsWith(`.${field.name}`)) : expected
          expect({ slug, data, said: sorted(await ours(fields, slug, data)) }).toEqual({ slug, data, said: sorted(kept) })
          refused += expected.some(({ path }) => path.endsWith(`.${field.name}`)) ? 1 : 0
        }
        refusals += refused
        if (refused === 0) silent.push(`${slug}.${list.path.join('.')}.${field.name} (${isVirtual(field) ? 'virtual' : field.type})`)
      }
    }
  }
  expect(refusals).toBeGreaterThan(500)
  // what refuses none of all these values takes anything: the ids that the engine gives, recorded JSON, lists whose rows are judged
  // instead, and what is entered but never kept: the step that reads it judges it (priceHistory.spec: takenFrom)
  expect(silent.filter((field) => !/\.id \(text\)$|\(json\)$|\(array\)$|\(ui\)$|\(virtual\)$/.test(field))).toEqual([])
})

/** The fields of a header, those of a group by the path of names that leads to them; rows are judged by what is in them. */
const inHeader = (
  fields: readonly Field[],
  path: readonly string[] = [],
): Array<{ path: readonly string[]; field: Field & { name: string } }> =>
  fields.flatMap((field) => {
    const at = 'name' in field && field.name ? [...path, field.name] : path
    if ('fields' in field && field.type !== 'array') return inHeader(field.fields, at)
    return 'name' in field && field.name && field.type !== 'array' ? [{ path: at, field: field as Field & { name: string } }] : []
  })

const under = (path: readonly string[], value: unknown): Row =>
  path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Row

test('every validator of every field of every header still refuses, in the same words at the same path', async () => {
  const silent: string[] = []
  let refusals = 0
  for (const { slug } of allRules()) {
    const all = fieldsOf(slug)
    const header = inHeader(all)
    const payloads = new Set(header.flatMap(({ path, field }) => ('filterOptions' in field ? [path.join('.')] : [])))
    for (const { path, field } of header) {
      if (payloads.has(path.join('.'))) continue
      let refused = 0
      for (const value of wrong) {
        const data = under(path, value)
        const expected = (await oracle(all, slug, data)).filter((problem) => !payloads.has(problem.path))
        expect({ slug, data, said: sorted(await ours(all, slug, data)) }).toEqual({ slug, data, said: sorted(expected) })
        refused += expected.some((problem) => problem.path === path.join('.')) ? 1 : 0
      }
      refusals += refused
      const isConditional = Boolean(field.admin && 'condition' in field.admin && field.admin.condition)
      if (refused === 0)
        silent.push(`${slug}.${path.join('.')} (${isVirtual(field) ? 'virtual' : isConditional ? 'conditional' : field.type})`)
    }
  }
  expect(refusals).toBeGreaterThan(500)
  // what is shown on a condition is not judged without it; long texts and the platform's own moments take anything here; what they may be is judged at the door (input.spec)
  expect(
    silent.filter((field) => !/\((json|ui|virtual|conditional|textarea|richText)\)$|\.(created|updated)At \(date\)$/.test(field)),
  ).toEqual([])
})

test('operations find no validators of a header that was judged, forms find them all', () => {
  for (const { slug } of allRules()) {
    const asked = (fields: readonly Field[]): string[] =>
      inHeader(fields).flatMap(({ path, field }) =>
        'validate' in field && field.validate && !('filterOptions' in field) ? [path.join('.')] : [],
      )
    expect({ slug, left: asked(app.payload.collections[slug as 'orders'].config.fields) }).toEqual({ slug, left: [] })
    expect(asked(fieldsOf(slug)).length).toBeGreaterThan(3)
  }
})

/** Values as forms, imports and programs write them, right and wrong. */
const given: readonly unknown[] = [
  undefined, null, '', 'none', 'null', 'true', 'false', '12.50', ' 7 ', 'x', 0, 1.5, '0', true, { id: 5 }, { a: 1 }, [], '2026-12-01', '2026-12-01T12:00:00.000Z',
] // prettier-ignore

/** As many rows as there are values: each field meets each of them once. Lists in them have two rows of their own. */
const rowsOf = (fields: readonly RowField[], depth = 0): Row[] =>
  given.map((_, at) =>
    Object.fromEntries(
      fields.flatMap((field, nth): Array<[string, unknown]> => {
        const value = given[(at + nth) % given.length]
        if (field.name === 'id') return [['id', `${String(depth)}-${String(at)}`]]
        if (field.type !== 'array') return value === undefined ? [] : [[field.name, value]]
        return [[field.name, value === undefined || value === '0' ? value : rowsOf(field.fields as RowField[], depth + 1).slice(0, 2)]]
      }),
    ),
  )

const sound: Record<string, unknown> = {
  number: 1.234567891,
  checkbox: true,
  relationship: 5,
  date: '2026-12-01T00:00:00.000Z',
  json: { a: [1] },
}

/** A row as it may have been stored. */
const soundRow = (fields: readonly RowField[], id: string): Row =>
  Object.fromEntries(
    fields.map((field): [string, unknown] => {
      if (field.name === 'id') return ['id', id]
      return [field.name, field.type === 'array' ? [soundRow(field.fields as RowField[], `1-${id}`)] : (sound[field.type] ?? 'as it was')]
    }),
  )

test('rows enter and are read as Payload would have done it, field by field', async () => {
  const clerk = await createLocalReq(
    { user: { ...(await app.payload.findByID({ collection: 'users', id: f.clerk.id, depth: 0 })), collection: 'users' } },
    app.payload,
  )
  let compared = 0
  for (const { slug } of allRules()) {
    const collection = app.payload.collections[slug as 'orders'].config
    const fields = lineFieldsOf(collection)
    const lines = collection.fields.filter((field) => 'name' in field && field.name === 'lines').map((field) => ({ ...field, hooks: {} }))
    if (!fields) continue
    const before = rowsAsStored(fields, [soundRow(fields, '0-2'), soundRow(fields, '0-7'), { id: '0-9' }])
    const paths = { parentIndexPath: '', parentPath: '', parentSchemaPath: '', parentIsLocalized: false }
    for (const operation of ['create', 'update'] as const)
      for (const overrideAccess of [true, false]) {
        const former = operation === 'create' ? [] : before
        const theirs = { lines: structuredClone(rowsOf(fields)) }
        const common = { collection, context: {}, global: null, overrideAccess, req: clerk }
        await beforeValidateTraverseFields({
          ...common, ...paths, data: theirs, doc: { lines: former }, fields: lines, operation, siblingData: theirs, siblingDoc: { lines: former }, blockData: undefined,
        }) // prettier-ignore
        const mine = await enterRows({ req: clerk, collection, operation, overrideAccess, doc: {} }, fields, rowsOf(fields), former)
        expect({ slug, operation, overrideAccess, rows: mine }).toEqual({ slug, operation, overrideAccess, rows: theirs.lines })
        const doc = { lines: structuredClone(before) }
        const [fieldPromises, populationPromises]: [Array<Promise<void>>, Array<Promise<void>>] = [[], []]
        afterReadTraverseFields({
          ...common, ...paths, currentDepth: 1, depth: 0, doc, draft: false, fallbackLocale: null, fieldDepth: 0, fieldPromises, fields: lines, findMany: false, flattenLocales: true,
          locale: null, populationPromises, showHiddenFields: false, siblingDoc: doc,
        }) // prettier-ignore
        while (fieldPromises.length + populationPromises.length > 0)
          await Promise.all([...fieldPromises.splice(0), ...populationPromises.splice(0)])
        const read = await readRows(
          { req: clerk, collection, operation: 'read', overrideAccess, doc: {}, depth: 0, currentDepth: 1, showHiddenFields: false },
          fields,
          before,
        )
        expect({ slug, rows: read }).toEqual({ slug, rows: doc.lines })
        compared += 1
      }
  }
  expect(compared).toBeGreaterThan(40)
})

describe('through REST', () => {
  test('what is wrong in rows and in the header is told together, each at its path', async () => {
    const [customer, item] = [await f.customer(), await f.item()]
    await f.receive({ item: item.id, qty: 10 })
    const lines = [
      { item: item.id, qty: 1, description: 'x'.repeat(5000) },
      { item: item.id, qty: 1, remark: 'y'.repeat(50_000) },
    ]
    const answer = await app.api.post('/orders', {
      token: f.boss.token,
      body: { customer: customer.id, externalNo: 'z'.repeat(500), lines },
    })
    expect(answer.status).toBe(400)
    const paths = (answer.body.errors[0].data.errors as Problem[]).map(({ path }) => path)
    expect(paths).toEqual(['externalNo', 'lines.0.description', 'lines.1.remark'])
  })
})
