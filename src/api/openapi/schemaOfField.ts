import type { FlattenedField } from 'payload'

/** A JSON schema, as far as this house writes one. */
export type Schema = { [key: string]: unknown }

const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const many = (schema: Schema): Schema => ({ type: 'array', items: schema })
const refTo = (slug: string): Schema => ({ $ref: `#/components/schemas/${slug}` })

/** A relation goes out as an id or, deeper, as the document; in it goes as an id. */
const relation = (slug: string, written: boolean): Schema =>
  written ? { type: 'integer', minimum: 1 } : { anyOf: [{ type: 'integer' }, refTo(slug)] }

const optionsOf = (field: Extract<FlattenedField, { type: 'select' | 'radio' }>): string[] =>
  field.options.map((option) => (typeof option === 'string' ? option : option.value))

/** The values of one field: as they are read, or as they are written. Null stands for empty. */
function schemaOfField(field: FlattenedField, written: boolean): Schema | null {
  const list = 'hasMany' in field && field.hasMany === true
  const one = ((): Schema | null => {
    switch (field.type) {
      case 'text':
      case 'textarea':
      case 'code':
        return { type: 'string' }
      case 'email':
        return { type: 'string', format: 'email' }
      case 'number':
        return { type: 'number' }
      case 'checkbox':
        return { type: 'boolean' }
      case 'date':
        return { type: 'string', description: 'YYYY-MM-DD, or an instant as ISO 8601' }
      case 'select':
      case 'radio':
        return { type: 'string', enum: optionsOf(field) }
      case 'relationship':
      case 'upload':
        if (typeof field.relationTo === 'string') return relation(field.relationTo, written)
        return { type: 'object', properties: { relationTo: { type: 'string', enum: [...field.relationTo] }, value: {} } }
      case 'array':
        return many(schemaOfFields(field.flattenedFields, written, { id: { type: 'string' } }))
      case 'group':
      case 'tab':
        return schemaOfFields(field.flattenedFields, written)
      case 'json':
      case 'richText':
        return {}
      default:
        return null
    }
  })()
  return one && orNull(list ? many(one) : one)
}

const isHidden = (field: FlattenedField): boolean => 'hidden' in field && field.hidden === true

/** The fields of a record. None is required of an answer: what somebody may not see is not there. */
export function schemaOfFields(fields: readonly FlattenedField[], written: boolean, more: Record<string, Schema> = {}): Schema {
  const properties = fields.flatMap((field) => {
    const schema = isHidden(field) || ('virtual' in field && field.virtual && written) ? null : schemaOfField(field, written)
    return schema ? [[field.name, schema] as const] : []
  })
  return { type: 'object', properties: { ...more, ...Object.fromEntries(properties) } }
}
