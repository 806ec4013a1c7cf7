import type { CollectionConfig, Field, GlobalConfig, Tab } from 'payload'

import { shownInstant } from './shownInstant'

const at = (name: string): string => `/src/admin/fields/opened#${name}`

type Shown = ReturnType<typeof shownInstant>['components']['Field'] | { path: string; clientProps: object } | string

/** The component of ours that shows this field; undefined where the platform's own serves. */
function componentOf(field: Field): Shown | undefined {
  if (field.type === 'number' && !field.hasMany) {
    const scale: unknown = field.custom?.['scale']
    const isAmount = field.admin?.custom?.['amount'] === true
    return { path: at('FigureField'), clientProps: { ...(typeof scale === 'number' ? { scale } : {}), isAmount } }
  }
  if (field.type === 'select') return at(field.hasMany ? 'ChoicesField' : 'ChoiceField')
  if (field.type === 'relationship' && field.hasMany && typeof field.relationTo === 'string') return at('RecordsField')
  if (field.type !== 'date') return undefined
  // only days are entered; moments are written down by the house
  return field.admin?.date && 'pickerAppearance' in field.admin.date && field.admin.date.pickerAppearance === 'dayOnly'
    ? at('DayField')
    : shownInstant().components.Field
}

function withOwn(field: Field): Field {
  if (field.type === 'tabs') return { ...field, tabs: field.tabs.map((tab): Tab => ({ ...tab, fields: tab.fields.map(withOwn) })) }
  const inside = 'fields' in field && Array.isArray(field.fields) ? { ...field, fields: field.fields.map(withOwn) } : field
  const component = componentOf(inside)
  if (!component || inside.admin?.components?.Field) return inside
  return { ...inside, admin: { ...inside.admin, components: { ...inside.admin?.components, Field: component } } } as Field
}

/**
 * Choices, figures, days and lists of records are entered in fields of ours in every form: named for whoever does not see them, by keyboard as in the
 * grids, and without the weight of the platform's own.
 */
export const withOwnFields = <Kind extends CollectionConfig | GlobalConfig>(kinds: readonly Kind[]): Kind[] =>
  kinds.map((kind) => ({ ...kind, fields: kind.fields.map(withOwn) }))
