import type { FlattenedField, PayloadRequest } from 'payload'

type Values = Record<string, unknown>
type Validate = (value: unknown, options: Values) => unknown
type Hook = (args: Values) => unknown

export type Objection = { path: string; message: string }

/** What becomes of a record: whether it is new or was there before. */
export type Written = 'create' | 'update'

export const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== ''
export const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise

/** What one field of a collection asks of a new record, looked up once for a file. */
export type Rule = {
  field: FlattenedField
  name: string
  at: string
  inner: readonly Rule[] | null
  isList: boolean
  given: unknown
  tidy: readonly Hook[]
  answers: Answers | null
}

/** So many different values are asked about before it is seen whether they come again; more than so many are not kept. */
const tried = 300
const mostKept = 5000

/**
 * What a field says of a value. Most look at nothing else, and most values of a list come again: a category, a unit, a term, nothing at
 * all. Asked once for each; a field that looked at the rest of the record is asked every time.
 */
class Answers {
  private readonly known = new Map<unknown, { told: unknown } | null>()
  private readonly options: Values
  private path = ''
  private asked = 0
  private again = 0

  constructor(
    private readonly validate: Validate,
    req: PayloadRequest,
    field: FlattenedField,
    operation: Written,
  ) {
    // what a field says of itself is read through; copied are only these, with each value that is judged
    const own = { req, operation, preferences: { fields: {} }, event: 'submit', data: {}, siblingData: {}, path: [] }
    this.options = Object.assign(Object.create(field) as Values, own)
  }

  private judge(value: unknown, path: string, data: Values, siblingData: Values): unknown {
    const { options } = this
    options['data'] = data
    options['siblingData'] = siblingData
    if (path !== this.path) options['path'] = path.split('.')
    this.path = path
    return this.validate(value, options)
  }

  /** `true`, or the objection; a promise of them where the field has to ask somebody. */
  of(value: unknown, path: string, data: Values, siblingData: Values): unknown {
    if (value !== null && typeof value === 'object') return this.judge(value, path, data, siblingData)
    const known = this.known.get(value)
    if (known) {
      this.again += 1
      return known.told
    }
    const rare = this.asked >= mostKept || (this.asked >= tried && this.again < this.asked)
    if (known === null || (isSet(value) && rare)) return this.judge(value, path, data, siblingData)
    this.asked += 1
    const watch = { looked: false }
    const told = this.judge(value, path, watched(data, watch), watched(siblingData, watch))
    if (!isPromise(told)) return this.keep(value, told, watch)
    return told.then((answer) => this.keep(value, answer, watch))
  }

  private keep(value: unknown, told: unknown, { looked }: { looked: boolean }): unknown {
    this.known.set(value, looked ? null : { told })
    return told
  }
}

function watched(values: Values, watch: { looked: boolean }): Values {
  return new Proxy(values, {
    get: (of, name): unknown => ((watch.looked = true), Reflect.get(of, name)),
    has: (of, name) => (watch.looked = true) && Reflect.has(of, name),
    ownKeys: (of) => ((watch.looked = true), Reflect.ownKeys(of)),
  })
}

/** The fields of a collection in the order they are judged. */
export function judgePlan(req: PayloadRequest, fields: readonly FlattenedField[], operation: Written, path = ''): Rule[] {
  return fields.map((field): Rule => {
    const at = `${path}${field.name}`
    const isList = field.type === 'array'
    const { validate, hooks } = field as { validate?: Validate; hooks?: { beforeValidate?: readonly Hook[] } }
    const holds = isList || field.type === 'group'
    return {
      field,
      name: field.name,
      at,
      isList,
      inner: holds ? judgePlan(req, field.flattenedFields, operation, isList ? '' : `${at}.`) : null,
      given: field.type !== 'group' && 'defaultValue' in field ? field.defaultValue : undefined,
      tidy: field.type === 'group' ? [] : (hooks?.beforeValidate ?? []),
      answers: !holds && validate ? new Answers(validate, req, field, operation) : null,
    }
  })
}
