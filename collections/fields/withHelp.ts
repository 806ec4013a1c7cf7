import type { Field } from 'payload'

import { fieldHelp } from './fieldHelp'

type Named = { name?: unknown; admin?: { description?: unknown; readOnly?: unknown; hidden?: unknown } }

/** Lines are a grid of their own: a heading is no place for a sentence. */
const isGrid = (field: Field): boolean => field.type === 'array' && field.name === 'lines'

const helped = (field: Field, place: string): Field => {
  const { name, admin } = field as Named
  if (typeof name !== 'string' || admin?.description || admin?.readOnly || admin?.hidden) return field
  const description = fieldHelp[`${place}${name}`] ?? fieldHelp[name]
  return description ? ({ ...field, admin: { ...admin, description } } as Field) : field
}

const within = (field: Field, place: string): Field => {
  if (isGrid(field)) return field
  if (field.type === 'tabs')
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({
        ...tab,
        fields: fieldsWithHelp(tab.fields, 'name' in tab && tab.name ? `${place}${tab.name}.` : place),
      })),
    } as Field
  if (field.type === 'group' || field.type === 'array') {
    const inner = 'name' in field && field.name ? `${place}${field.name}.` : place
    return { ...field, fields: fieldsWithHelp(field.fields, inner) } as Field
  }
  if (field.type === 'row' || field.type === 'collapsible') return { ...field, fields: fieldsWithHelp(field.fields, place) }
  return field
}

/** Fields with what each asks for, where the field does not say it itself. `place`: kind and path, with a point at the end. */
export const fieldsWithHelp = (fields: readonly Field[], place: string): Field[] =>
  fields.map((field) => helped(within(field, place), place))

/** Kinds of records, or settings, whose forms help whoever fills them in. */
export const withHelp = <Form extends { slug: string; fields: Field[] }>(forms: readonly Form[], prefix = ''): Form[] =>
  forms.map((form) => ({ ...form, fields: fieldsWithHelp(form.fields, `${prefix}${form.slug}.`) }))
