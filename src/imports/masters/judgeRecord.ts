import { APIError, type FlattenedField, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import type { Finding } from '@/src/domain/kernel/decision'

type Values = Record<string, unknown>
export type Objection = { path: string; message: string }

type Validated = { validate?: (value: unknown, options: Values) => unknown }
type Hooked = { hooks?: { beforeValidate?: ReadonlyArray<(args: Values) => unknown> } }

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** What a new record is given where nothing was said. */
function withDefaults(req: PayloadRequest, fields: readonly FlattenedField[], values: Values): Values {
  const filled: Values = { ...values }
  for (const field of fields) {
    if (field.type === 'group') filled[field.name] = withDefaults(req, field.flattenedFields, (filled[field.name] ?? {}) as Values)
    else if (filled[field.name] === undefined && 'defaultValue' in field && field.defaultValue !== undefined) {
      const given: unknown = field.defaultValue
      filled[field.name] =
        typeof given === 'function' ? (given as (args: Values) => unknown)({ user: req.user, req, locale: 'all' }) : given
    }
  }
  return filled
}

/** Field hooks that only tidy what was entered: blanks, capitals, days. */
async function tidied(req: PayloadRequest, fields: readonly FlattenedField[], values: Values): Promise<void> {
  for (const field of fields) {
    if (field.type === 'group') {
      await tidied(req, field.flattenedFields, (values[field.name] ?? {}) as Values)
      continue
    }
    if (!isSet(values[field.name])) continue
    for (const hook of (field as Hooked).hooks?.beforeValidate ?? [])
      values[field.name] = await hook({ value: values[field.name], data: values, siblingData: values, req, operation: 'create', field })
  }
}

async function validated({
  req,
  fields,
  values,
  data,
  empty,
  path = '',
}: {
  req: PayloadRequest
  fields: readonly FlattenedField[]
  values: Values
  data: Values
  empty: EmptyFields
  path?: string
}): Promise<Objection[]> {
  const found: Objection[] = []
  for (const field of fields) {
    const at = `${path}${field.name}`
    const value = values[field.name]
    if (field.type === 'group') {
      found.push(...(await validated({ req, fields: field.flattenedFields, values: (value ?? {}) as Values, data, empty, path: `${at}.` })))
      continue
    }
    if (field.type === 'array')
      for (const [index, row] of ((value ?? []) as Values[]).entries())
        found.push(...(await validated({ req, fields: field.flattenedFields, values: row, data, empty, path: `${at}.${String(index)}.` })))
    const { validate } = field as Validated
    if (!validate || field.type === 'array') continue
    const judge = (told: { data: Values; siblingData: Values }): unknown =>
      validate(value, { ...field, ...told, req, operation: 'create', path: at.split('.'), preferences: { fields: {} }, event: 'submit' })
    const told = isSet(value)
      ? await judge({ data, siblingData: values })
      : await empty.judged({ field, value, record: data, row: values, judge })
    if (typeof told === 'string') found.push({ path: at, message: told })
  }
  return found
}

type Judge = (told: { data: Values; siblingData: Values }) => unknown

/**
 * What a field says of nothing: most say the same whatever stands beside them, and a record of sixty fields fills twenty. Asked once for
 * each; a field that looked at the rest of the record is asked every time.
 */
export class EmptyFields {
  private readonly known = new Map<FlattenedField, Map<unknown, { told: unknown } | null>>()

  async judged({
    field,
    value,
    record,
    row,
    judge,
  }: {
    field: FlattenedField
    value: unknown
    record: Values
    row: Values
    judge: Judge
  }): Promise<unknown> {
    const answers = this.known.get(field) ?? new Map<unknown, { told: unknown } | null>()
    this.known.set(field, answers)
    const known = answers.get(value)
    if (known) return known.told
    if (known === null) return judge({ data: record, siblingData: row })
    let looked = false
    const watched = (values: Values): Values => {
      const noted = (): false => {
        looked = true
        return false
      }
      return new Proxy(values, {
        get: (of, name): unknown => (noted(), Reflect.get(of, name)),
        has: (of, name) => noted() || Reflect.has(of, name),
        ownKeys: (of) => (noted(), Reflect.ownKeys(of)),
      })
    }
    const told = await judge({ data: watched(record), siblingData: watched(row) })
    answers.set(value, looked ? null : { told })
    return told
  }
}

const findingsOf = (error: APIError): Objection[] => {
  const findings = (error.data as { errors?: Finding[] } | null | undefined)?.errors ?? []
  return findings.length > 0
    ? findings.map(({ path, message, code }) => ({ path: path ?? '', message: message ?? code }))
    : [{ path: '', message: error.message }]
}

/**
 * A new record as a save would make it: defaults, the collection's own hooks, its fields' own judgement. `answered`: hooks whose question
 * is asked for all records at once instead.
 */
export async function judgeRecord({
  req,
  collection,
  values,
  answered,
  empty,
}: {
  req: PayloadRequest
  collection: SanitizedCollectionConfig
  values: Values
  answered: ReadonlySet<string>
  /** of a portion of records */
  empty: EmptyFields
}): Promise<{ data: Values; objections: Objection[] }> {
  const fields = collection.flattenedFields
  let data = withDefaults(req, fields, values)
  await tidied(req, fields, data)
  try {
    for (const hook of [...collection.hooks.beforeValidate, ...collection.hooks.beforeChange]) {
      if (answered.has(hook.name)) continue
      const changed: unknown = await hook({ collection, context: req.context, data, operation: 'create', req })
      if (changed !== undefined && changed !== null) data = changed as Values
    }
  } catch (error) {
    if (!(error instanceof APIError) || error.status >= 500) throw error
    return { data, objections: findingsOf(error) }
  }
  return { data, objections: await validated({ req, fields, values: data, data, empty }) }
}
