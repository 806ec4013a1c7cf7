import type { SanitizedDocumentPermissions, SanitizedFieldPermissions, SanitizedFieldsPermissions, SanitizedPermissions } from 'payload'

const verbs = ['create', 'read', 'update', 'delete', 'unlock', 'readVersions'] as const

type Right = { fields: SanitizedFieldsPermissions } & { [verb in (typeof verbs)[number]]?: true }
/** By what may be done, the names of the kinds it may be done with; and of the kinds whose fields are shown, to which fields. */
type Told = { may: Readonly<Record<string, string>>; fields: Readonly<Record<string, SanitizedFieldsPermissions>> }

/** Rights as a page is told them. Which records a right holds for stays on the server. */
export type ToldRights = { canAccessAdmin: boolean; collections: Told; globals: Told }

function told(rights: Readonly<Record<string, Right>>, withFields: readonly string[]): Told {
  const may = new Map<string, string[]>()
  for (const [slug, own] of Object.entries(rights)) {
    const key = verbs.filter((verb) => own[verb]).join(' ')
    may.set(key, [...(may.get(key) ?? []), slug])
  }
  return {
    may: Object.fromEntries([...may].map(([verbsOf, slugs]) => [verbsOf, slugs.join(' ')])),
    fields: Object.fromEntries(withFields.flatMap((slug) => (rights[slug] ? [[slug, rights[slug].fields]] : []))),
  }
}

/** What somebody may do with each kind, and with the fields of some. */
export const toldRights = (
  { canAccessAdmin, collections = {}, globals = {} }: SanitizedPermissions,
  withFields: readonly string[],
): ToldRights => ({ canAccessAdmin: canAccessAdmin === true, collections: told(collections, withFields), globals: told(globals, []) })

const heard = ({ may, fields }: Told): Record<string, Right> =>
  Object.fromEntries(
    Object.entries(may).flatMap(([allowed, slugs]) => {
      const own = Object.fromEntries(verbs.flatMap((verb) => (allowed.split(' ').includes(verb) ? [[verb, true as const]] : [])))
      return slugs.split(' ').map((slug): [string, Right] => [slug, { ...own, fields: fields[slug] ?? {} }])
    }),
  )

/** The same as the platform holds them. */
export const heardRights = ({ canAccessAdmin, collections, globals }: ToldRights): SanitizedPermissions => ({
  ...(canAccessAdmin ? { canAccessAdmin } : {}),
  collections: heard(collections),
  globals: heard(globals),
})

/** What somebody may do with one document: the names of its fields by what may be done with them. */
export type ToldDocumentRights = {
  may: string
  fields: true | ReadonlyArray<{ right: SanitizedFieldPermissions; names: string }>
}

const withoutCells = ({ fields: _cells, ...list }: Exclude<SanitizedFieldPermissions, true>): SanitizedFieldPermissions => list

/** `lists`: those a grid keeps, of whose cells the form knows nothing. */
export function toldDocumentRights(rights: SanitizedDocumentPermissions, lists: readonly string[]): ToldDocumentRights {
  const may = Object.entries(rights).flatMap(([verb, value]) => (verb !== 'fields' && value ? [verb] : []))
  if (rights.fields === true) return { may: may.join(' '), fields: true }
  const byRight = new Map<string, { right: SanitizedFieldPermissions; names: string[] }>()
  for (const [name, whole] of Object.entries(rights.fields)) {
    const right = whole !== true && lists.includes(name) ? withoutCells(whole) : whole
    const key = JSON.stringify(right)
    byRight.set(key, { right, names: [...(byRight.get(key)?.names ?? []), name] })
  }
  return { may: may.join(' '), fields: [...byRight.values()].map(({ right, names }) => ({ right, names: names.join(' ') })) }
}

export const heardDocumentRights = ({ may, fields }: ToldDocumentRights): SanitizedDocumentPermissions => ({
  ...Object.fromEntries(
    may
      .split(' ')
      .filter(Boolean)
      .map((verb) => [verb, true as const]),
  ),
  fields:
    fields === true || Object.fromEntries(fields.flatMap(({ right, names }) => names.split(' ').map((name) => [name, right] as const))),
})
