import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { beforeChangeTraverseFields, createLocalReq, type Field, type PayloadRequest, validations } from 'payload'

import { findProblems } from '@/hooks/rows/findProblems'
import { allRules } from '@/src/engine/define'

import { startApp, type TestApp } from '../support/app'
import { type Factory, openFactory } from '../support/story'

/*
 * Rows are judged in one pass of ours. Payload's own pass over the same fields, given its validators back, is the oracle: for every field of
 * every row of every document, and values of every wrong kind, both say the same words at the same paths.
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
    const judge = own === undefined ? {} : { validate: own ?? ('virtual' in field && field.virtual ? () => true : platforms) }
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
    { req, operation: 'create', id: undefined, collectionSlug: slug, data, wanted: 'rows' },
    { fields, now: data, before: {}, path: '', label: '' },
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

const inside = (path: readonly string[], row: Row): Row => path.reduceRight<Row>((inner, name) => ({ [name]: [inner] }), row)

test('every validator of every field of every row still refuses, in the same words at the same path', async () => {
  const silent: string[] = []
  let refusals = 0
  for (const { slug } of allRules()) {
    const { fields: all } = app.payload.collections[slug as 'orders'].config
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
        if (refused === 0) silent.push(`${slug}.${list.path.join('.')}.${field.name} (${field.type})`)
      }
    }
  }
  expect(refusals).toBeGreaterThan(500)
  // what refuses none of all these values takes anything: the ids that the engine gives, recorded JSON, lists whose rows are judged instead
  expect(silent.filter((field) => !/\.id \(text\)$|\(json\)$|\(array\)$|\(ui\)$/.test(field))).toEqual([])
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
