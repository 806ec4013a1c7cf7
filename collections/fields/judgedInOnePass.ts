import type { Field } from 'payload'

/**
 * Payload merges the whole row anew for every field of every row it validates, which is half of what saving fifty lines costs. So rows keep
 * their validators under `custom.judge` (`null`: the platform's own of that type), where `judgeRows` finds them, and Payload is given none. A
 * field with `filterOptions` stays Payload's: it asks whose access counts.
 */
export const judgedInOnePass = (fields: readonly Field[]): Field[] =>
  fields.map((field) => (field.type === 'array' ? withRows(field, field.fields) : within(field, judgedInOnePass)))

const rows = (fields: readonly Field[]): Field[] =>
  fields.map((field) => {
    if (field.type === 'array') return handedOver(withRows(field, field.fields))
    const inner = within(field, rows)
    return 'name' in inner && inner.type !== 'group' && !('filterOptions' in inner) ? handedOver(inner) : inner
  })

const withRows = <Kept extends Field>(field: Kept, fields: readonly Field[]): Kept => ({ ...field, fields: rows(fields) })

/** Fields that only lay others out, or group them. */
const within = (field: Field, each: (fields: readonly Field[]) => Field[]): Field =>
  field.type === 'row' || field.type === 'collapsible' || field.type === 'group'
    ? Object.assign({ ...field }, { fields: each(field.fields) })
    : field

const handedOver = <Kept extends Field>(field: Kept): Kept => {
  const own: unknown = 'validate' in field ? field.validate : undefined
  return Object.assign({ ...field }, { validate: null, custom: { ...field.custom, judge: own ?? null } })
}
