import type { Field } from 'payload'

/** The same fields with one of them left open: a line that names its order or delivery line takes customer and item from there. */
export const enteredFromSource = (fields: Field[], name: string): Field[] =>
  fields.map((field) => ('name' in field && field.name === name ? ({ ...field, required: false } as Field) : field))
