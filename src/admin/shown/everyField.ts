import type { ClientField, ClientTab } from 'payload'
import { getFieldPaths } from 'payload/shared'

type Place = { indexPath: string; schemaPath: string }

const placeOf = (field: ClientField | ClientTab, index: number, { indexPath, schemaPath }: Place): Place =>
  getFieldPaths({ field, index, parentIndexPath: indexPath, parentSchemaPath: schemaPath })

const within = (fields: readonly ClientField[], parent: Place): Array<[string, ClientField]> =>
  fields.flatMap((field, index) => {
    const place = placeOf(field, index, parent)
    const own: [string, ClientField] = [place.schemaPath, field]
    if (field.type === 'tabs') return [own, ...field.tabs.flatMap((tab, at) => within(tab.fields, placeOf(tab, at, place)))]
    return 'fields' in field && Array.isArray(field.fields) ? [own, ...within(field.fields, place)] : [own]
  })

/** Every field of a form by the name the platform knows it by, which says where in the form it stands: `orders._index-17-0.freight`. */
export const everyField = (fields: readonly ClientField[], form: string): ReadonlyMap<string, ClientField> =>
  new Map(within(fields, { indexPath: '', schemaPath: form }))
