import type { FlattenedField, PayloadRequest } from 'payload'

import type { ImportColumn, Words } from '../column'

/** What a definition says of a field; everything else is the field's own: label, type, choices, limits. */
export type FieldSpec = Pick<ImportColumn, 'also' | 'example' | 'note' | 'mayLack'> & {
  /** Path of the field, `credit.limit` within a group. */
  field: string
  name?: string
  required?: boolean
  label?: Words
}

type Told = {
  label?: unknown
  required?: boolean
  min?: number
  custom?: { scale?: number; businessDate?: boolean }
  relationTo?: unknown
  options?: ReadonlyArray<{ value: string; label: unknown }>
}

const words = (label: unknown, fallback: string): Words => {
  if (label !== null && typeof label === 'object' && 'zh' in label && 'en' in label) return { zh: String(label.zh), en: String(label.en) }
  return { zh: fallback, en: fallback }
}

/** A field of a collection by its path through groups. */
export function fieldAt(fields: readonly FlattenedField[], path: string): FlattenedField {
  const [first, ...rest] = path.split('.')
  const field = fields.find(({ name }) => name === first)
  if (!field) throw new Error(`There is no field ${path}`)
  if (rest.length === 0) return field
  if (field.type !== 'group') throw new Error(`${path} leads through no group`)
  return fieldAt(field.flattenedFields, rest.join('.'))
}

const isRate = (name: string): boolean => /Rate$/.test(name) && name !== 'rate'

function typeOf(field: FlattenedField, name: string, { custom }: Told): ImportColumn['type'] {
  switch (field.type) {
    case 'number':
      return isRate(name) ? 'rate' : 'figure'
    case 'checkbox':
      return 'flag'
    case 'select':
      return field.hasMany ? 'choices' : 'choice'
    case 'relationship':
      return field.hasMany ? 'relations' : 'relation'
    case 'date':
      return 'day'
    default:
      return custom?.businessDate ? 'day' : 'text'
  }
}

export const fieldsOf = (req: PayloadRequest, slug: string): readonly FlattenedField[] => {
  const found = Object.values(req.payload.collections).find(({ config }) => config.slug === slug)
  if (!found) throw new Error(`There is no collection ${slug}`)
  return found.config.flattenedFields
}

/** The columns of a kind of master: named, labelled and limited as its fields are. */
export function fieldColumns(req: PayloadRequest, slug: string, specs: readonly FieldSpec[]): ImportColumn[] {
  const fields = fieldsOf(req, slug)
  return specs.map(
    ({
      field: path,
      name = path
        .split('.')
        .map((part, at) => (at === 0 ? part : part[0]?.toUpperCase() + part.slice(1)))
        .join(''),
      required,
      label,
      ...spec
    }) => {
      const field = fieldAt(fields, path)
      const told = field as Told
      const own = told.required === true && !('defaultValue' in field && field.defaultValue !== undefined)
      return {
        ...spec,
        name,
        label: label ?? words(told.label, name),
        type: typeOf(field, path.split('.').at(-1) ?? path, told),
        required: required ?? own,
        ...(told.custom?.scale === undefined ? {} : { scale: told.custom.scale }),
        ...(field.type === 'number' && told.min !== undefined ? { min: told.min } : {}),
        ...(typeof told.relationTo === 'string' ? { to: told.relationTo } : {}),
        ...(told.options ? { choices: told.options.map(({ value, label: text }) => ({ value, label: words(text, value) })) } : {}),
      }
    },
  )
}
