import type {
  ArrayField,
  CheckboxField,
  DateField,
  EmailField,
  Field,
  JSONField,
  NumberField,
  RadioField,
  RelationshipField,
  SanitizedCollectionConfig,
  SelectField,
  TextareaField,
  TextField,
  UploadField,
} from 'payload'

/** A field of a row that holds one value, or rows of its own. */
export type RowField =
  | ArrayField
  | CheckboxField
  | DateField
  | EmailField
  | JSONField
  | NumberField
  | RadioField
  | RelationshipField
  | SelectField
  | TextareaField
  | TextField
  | UploadField

const single = new Set(['text', 'textarea', 'email', 'number', 'checkbox', 'select', 'radio', 'date', 'json', 'relationship', 'upload'])

const isPlain = (field: Field): field is RowField => {
  if (!('name' in field) || typeof field.name !== 'string') return false
  if (field.type === 'array') return field.fields.every(isPlain)
  const many = 'hasMany' in field && field.hasMany === true
  const manyKinds = 'relationTo' in field && Array.isArray(field.relationTo)
  const computed = 'virtual' in field && typeof field.virtual === 'string'
  // what Payload alone judges, or does after the write
  const payloads = 'filterOptions' in field || ('hooks' in field && Boolean(field.hooks?.afterChange?.length))
  return single.has(field.type) && !many && !manyKinds && !computed && !payloads
}

export const isList = (field: RowField): field is ArrayField => field.type === 'array'

export const fieldsOf = (list: ArrayField): readonly RowField[] => list.fields.filter(isPlain)

const known = new WeakMap<object, readonly RowField[] | null>()

/** The fields of the lines of a document, if there is nothing in them but plain values and rows of such; else Payload sees to them. */
export function lineFieldsOf(collection: SanitizedCollectionConfig): readonly RowField[] | null {
  const kept = known.get(collection)
  if (kept !== undefined) return kept
  const lines = collection.flattenedFields.find((field) => field.name === 'lines' && field.type === 'array')
  const fields = lines?.type === 'array' && isPlain(lines) ? fieldsOf(lines) : null
  known.set(collection, fields)
  return fields
}

export const isStored = (field: RowField): boolean => !('virtual' in field && field.virtual)
