import type { Field, Payload } from 'payload'

import { judgeFields } from '@/hooks/judgeFields'

/**
 * Payload merges the whole row anew for every field of every row it validates, which is half of what saving fifty lines costs. So rows keep
 * their validators under `custom.judge` (`null`: the platform's own of that type), where `judgeFields` finds them, and Payload is given none. A
 * field with `filterOptions` stays Payload's: it asks whose access counts.
 */
export const judgedInOnePass = (fields: readonly Field[]): Field[] =>
  fields.map((field) => {
    if (field.type === 'array') return withRows(field, field.fields)
    const inner = within(field, judgedInOnePass)
    return 'name' in inner && inner.type !== 'group' && !('filterOptions' in inner) ? noted(inner) : inner
  })

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

/** Says under `custom.judge` what validates the field, before Payload gives it a validator where it has none. */
const noted = <Kept extends Field>(field: Kept): Kept => {
  const own: unknown = 'validate' in field ? field.validate : undefined
  return Object.assign({ ...field }, { custom: { ...field.custom, judge: own ?? null } })
}

const handedOver = <Kept extends Field>(field: Kept): Kept => Object.assign(noted(field), { validate: null })

/**
 * The header likewise, whose fields keep their validators and note them: what is written to a document has been judged when Payload's own pass
 * comes to it, so that the operations are given its fields without their validators. Forms, which ask while somebody types, keep them
 * (`payload.config`), and so does whoever judges (`judgeFields`).
 */
export function judgeHeadersOnce({ config, collections }: Payload): void {
  for (const collection of config.collections)
    if (collection.hooks.beforeChange?.includes(judgeFields))
      collections[collection.slug].config = { ...collection, fields: judged(collection.fields) }
}

const judged = (fields: readonly Field[]): Field[] =>
  fields.map((field) => {
    const inner = within(field, judged)
    return 'name' in inner && 'validate' in inner && inner.type !== 'group' && !('filterOptions' in inner)
      ? Object.assign({ ...inner }, { validate: null })
      : inner
  })
