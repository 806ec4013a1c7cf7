import { type Field, validations } from 'payload'

type Judge = (value: unknown, options: Record<string, unknown>) => unknown

/** What is asked of the values of a field, the same for every row. */
export type Question = {
  field: Field
  name: string | null
  /** Lays other fields out, or groups them without a name: they stand on the same level. */
  laidOut: readonly Field[] | null
  shownIf: Shown | null
  judge: Judge | null
  /** It is the platform's own validator and nothing is required: nothing given is right. */
  takesNothing: boolean
  /** The kind of record it names one of, by its number and on no condition: of such the platform's own validator asks no more than a number. */
  names: string | null
  /** Its validator may have to ask somebody. */
  mayWait: boolean
  /** Payload keeps the validator of a field of the header that asks whose access counts. */
  payloads: boolean
}

type Shown = NonNullable<NonNullable<Extract<Field, { type: 'text' }>['admin']>['condition']>

const asked = { header: new WeakMap<readonly Field[], Question[]>(), rows: new WeakMap<readonly Field[], Question[]>() }

/** The questions of a list of fields, found once: a document of two thousand lines asks them of each. */
export function questionsOf(fields: readonly Field[], inRows: boolean): readonly Question[] {
  const known = asked[inRows ? 'rows' : 'header']
  const questions = known.get(fields) ?? fields.map((field) => questionOf(field, inRows))
  known.set(fields, questions)
  return questions
}

function questionOf(field: Field, inRows: boolean): Question {
  const name = 'name' in field && field.name ? field.name : null
  const noted: unknown = field.custom?.['judge']
  const own = noted === undefined && !inRows && 'validate' in field ? field.validate : noted
  const required = 'required' in field && field.required === true
  const platforms = platformsJudge(field, own, inRows)
  return {
    field,
    name,
    laidOut: field.type === 'row' || field.type === 'collapsible' || (field.type === 'group' && name === null) ? field.fields : null,
    shownIf: (field.admin && 'condition' in field.admin ? field.admin.condition : undefined) ?? null,
    judge: typeof own === 'function' ? (own as Judge) : platforms,
    takesNothing: platforms !== null && !required,
    names: platforms === null ? null : namedBy(field),
    mayWait: field.type === 'relationship' || field.type === 'upload' || field.type === 'richText',
    payloads: 'filterOptions' in field && !inRows,
  }
}

/** The platform's own validator of that type, where the field is noted to have none of its own. */
function platformsJudge(field: Field, own: unknown, inRows: boolean): Judge | null {
  if (own !== null || (inRows && 'virtual' in field && field.virtual)) return null
  return Object.hasOwn(validations, field.type) ? (validations[field.type as keyof typeof validations] as Judge) : null
}

const namedBy = (field: Field): string | null =>
  (field.type === 'relationship' || field.type === 'upload') &&
  typeof field.relationTo === 'string' &&
  field.hasMany !== true &&
  !('filterOptions' in field)
    ? field.relationTo
    : null
