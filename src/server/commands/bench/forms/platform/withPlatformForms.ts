import type { CollectionConfig, Field, GlobalConfig, Tab } from 'payload'

/** The platform's editor of JSON comes from a foreign host; neither form shows what is recorded so. */
const editors = { hidden: true } as const

/** A field as the platform shows it, nothing of ours drawn in its place; a list that our grid enters is a list of the form again. */
function ofPlatform(field: Field): Field[] {
  if (field.type === 'ui') return [] // they show something of ours
  const { components: _ours, ...admin } = { components: undefined, ...field.admin, ...(field.type === 'json' ? editors : {}) }
  const bare = { ...field, admin: field.type === 'array' ? { ...admin, disabled: false } : admin } as Field
  if (bare.type === 'tabs') return [{ ...bare, tabs: bare.tabs.map((tab): Tab => ({ ...tab, fields: tab.fields.flatMap(ofPlatform) })) }]
  return 'fields' in bare && Array.isArray(bare.fields) ? [{ ...bare, fields: bare.fields.flatMap(ofPlatform) } as Field] : [bare]
}

/** Collections or settings in the platform's own forms: fields, rules and rights stay, every component and tab of ours is left out. */
export const withPlatformForms = <Kind extends CollectionConfig | GlobalConfig>(kinds: readonly Kind[]): Kind[] =>
  kinds.map((kind) => {
    const { components: _ours, ...admin } = { components: undefined, ...kind.admin }
    return { ...kind, admin, fields: kind.fields.flatMap(ofPlatform) }
  })
