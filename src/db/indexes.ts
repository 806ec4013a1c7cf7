type RawTable = { columns: Record<string, { name: string }>; indexes?: Record<string, { name: string; on: string | string[] }> }
type Collection = { slug: string; flattenedFields: ReadonlyArray<{ name: string; custom?: Record<string, unknown> }> }
type RawTables = {
  adapter: { payload: { config: { collections: readonly Collection[] } }; rawTables: Record<string, RawTable> }
  schema: unknown
}

/** Rows of lists, of choices and of relations are read by the record they belong to, never by their place or by the list alone. */
const placeOf: Readonly<Record<string, string>> = { _order: '_parentID', order: 'parent', path: 'parent' }

/**
 * beforeSchemaInit: leaves out indexes of the platform that nothing is read by and every row pays for: the place of a row within its record,
 * and relations that an index of ours begins with (`custom.indexedBy` names it).
 */
export function leanIndexes<Args extends RawTables>({ adapter, schema }: Args): Args['schema'] {
  const { payload, rawTables } = adapter
  for (const { columns, indexes = {} } of Object.values(rawTables))
    for (const [key, { on }] of Object.entries(indexes)) {
      const place = [on].flat().join()
      const owner = placeOf[place]
      // a relation that is called `order` has a column `order_id`
      if (owner !== undefined && owner in columns && columns[place]?.name === place) delete indexes[key]
    }
  for (const { slug, flattenedFields } of payload.config.collections)
    for (const { name, custom } of flattenedFields) {
      const indexes = rawTables[slug.replaceAll('-', '_')]?.indexes ?? {}
      if (custom?.['indexedBy'] !== undefined)
        for (const [key, { on }] of Object.entries(indexes)) if ([on].flat().join() === name) delete indexes[key]
    }
  return schema
}
