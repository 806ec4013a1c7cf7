import type { FlattenedField, PayloadRequest } from 'payload'

/** The fields of a kind that this person may not read, by their path, of whomever a record is. */
export async function closedFields(req: PayloadRequest, fields: readonly FlattenedField[], prefix = ''): Promise<string[]> {
  const closed: string[] = []
  for (const field of fields) {
    const read = 'access' in field ? field.access?.read : undefined
    const path = `${prefix}${field.name}`
    // what depends on whose record it is is asked of the record, not of the collection
    if (read && req.user && (await read({ req, doc: { id: -1 }, id: -1 } as never)) !== true) closed.push(path)
    else if ('flattenedFields' in field && Array.isArray(field.flattenedFields))
      closed.push(...(await closedFields(req, field.flattenedFields, `${path}.`)))
  }
  return closed
}

/** Whether a record as it was answered has a value at a path, through lists. */
export const holds = (value: unknown, [name, ...rest]: readonly string[]): boolean => {
  if (Array.isArray(value)) return value.some((row: unknown) => holds(row, [name ?? '', ...rest]))
  if (value === null || typeof value !== 'object' || name === undefined) return false
  const inner = (value as Record<string, unknown>)[name]
  // the platform leaves an empty list where it took one out
  return rest.length === 0 ? inner !== undefined && !(Array.isArray(inner) && inner.length === 0) : holds(inner, rest)
}

/** The relations of a kind and of its lists, each with the one kind of record it leads to. */
export const relationsIn = (fields: readonly FlattenedField[], prefix = ''): { path: string; to: string }[] =>
  fields.flatMap((field): { path: string; to: string }[] => {
    const path = `${prefix}${field.name}`
    if (field.type === 'relationship' && typeof field.relationTo === 'string') return [{ path, to: field.relationTo }]
    return 'flattenedFields' in field && Array.isArray(field.flattenedFields) ? relationsIn(field.flattenedFields, `${path}.`) : []
  })
