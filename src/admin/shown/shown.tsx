import { HydrateAuthProvider, PageConfigProvider, RootProvider } from '@payloadcms/ui'
import type { ClientCollectionConfig, ClientConfig, SanitizedPermissions } from 'payload'
import { cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react'

import { changed, isOf, made, withProps } from './elements'
import { ShownConfig } from './ShownConfig'
import { shownKinds } from './shownKinds'

type Framed = { config: ClientConfig; permissions: SanitizedPermissions | null }
type Paged = { config: ClientConfig; children: ReactNode }

const isForNobody = (config: ClientConfig): boolean => 'unauthenticated' in config && config.unauthenticated === true

/** Where files lie on the machine of the house is told to no browser. */
const withoutPlace = (kind: ClientCollectionConfig): ClientCollectionConfig =>
  kind.upload ? { ...kind, upload: { ...kind.upload, staticDir: '' } } : kind

/** A kind with what is asked of it on other pages than its own. */
function nameOf(kind: ClientCollectionConfig): ClientCollectionConfig {
  const { useAsTitle = 'id', group, hideAPIURL = true, enableRichTextLink, enableRichTextRelationship } = kind.admin
  return {
    ...withoutPlace(kind),
    fields: [],
    admin: {
      useAsTitle,
      hideAPIURL,
      ...(group === undefined ? {} : { group }),
      ...(enableRichTextLink === undefined ? {} : { enableRichTextLink }),
      ...(enableRichTextRelationship === undefined ? {} : { enableRichTextRelationship }),
    },
  }
}

const named = new WeakMap<ClientConfig, ClientConfig>()

/** What everything is called and where it is found, without the fields of any form. */
function namesOf(config: ClientConfig): ClientConfig {
  if (isForNobody(config)) return config
  const known = named.get(config)
  if (known) return known
  const names: ClientConfig = {
    ...config,
    admin: { ...config.admin, importMap: { ...config.admin.importMap, baseDir: '', importMapFile: '' } },
    collections: config.collections.map(nameOf),
    globals: config.globals.map((each) => ({ ...each, fields: [] })),
  }
  named.set(config, names)
  return names
}

const filesOf = ({ collections }: ClientConfig): string[] => collections.filter(({ upload }) => upload).map(({ slug }) => slug)

/** What somebody may do with each kind, and with the fields of some; what he may see of a record comes with the record. */
function rightsOf(permissions: SanitizedPermissions | null, withFields: readonly string[]): SanitizedPermissions | null {
  if (!permissions?.collections) return permissions
  const rights = Object.entries(permissions.collections).map(
    ([slug, own]) => [slug, withFields.includes(slug) ? own : { ...own, fields: {} }] as const,
  )
  const ofSettings = Object.entries(permissions.globals ?? {}).map(([slug, own]) => [slug, { ...own, fields: {} }] as const)
  return { ...permissions, collections: Object.fromEntries(rights), globals: Object.fromEntries(ofSettings) }
}

/**
 * The frame of the admin as the platform makes it. It would bring the fields of every form there is into every page, four fifths of what is
 * sent; a page brings those of its own (`shownPage`).
 */
export const shownFrame = async (frame: ReactElement<object>): Promise<ReactNode> =>
  withProps<Framed>(await made(frame), RootProvider, ({ config, permissions }) => ({
    config: namesOf(config),
    permissions: isForNobody(config) ? permissions : rightsOf(permissions, filesOf(config)),
  }))

type Hydrated = { permissions: SanitizedPermissions }
type ViewOfPage = { of: ReactElement<object>; withFields: readonly string[] }

/** A view as the platform makes it, which would tell the rights to every field there is once more. */
const ShownView = async ({ of, withFields }: ViewOfPage): Promise<ReactNode> =>
  changed(await made(of), (element) =>
    isOf<Hydrated>(element, HydrateAuthProvider)
      ? cloneElement(element, { permissions: rightsOf(element.props.permissions, withFields) ?? {} })
      : null,
  )

/** A page as the platform makes it, with the fields of the form it shows and no others. */
export function shownPage(page: ReactNode, segments: readonly string[]): ReactNode {
  if (!isValidElement<Paged>(page) || page.type !== PageConfigProvider) throw new Error('The platform no longer makes its pages so')
  const { config, children } = page.props
  if (isForNobody(config) || segments[0] === config.admin.routes.createFirstUser?.slice(1)) return page
  const kinds = shownKinds(segments, { files: filesOf(config), users: config.admin.user })
  return (
    <ShownConfig
      collections={config.collections.filter(({ slug }) => kinds.collections.includes(slug)).map(withoutPlace)}
      globals={config.globals.filter(({ slug }) => kinds.globals.includes(slug))}
    >
      {changed(children, (element) =>
        'initPageResult' in element.props ? <ShownView of={element} withFields={kinds.collections} /> : null,
      )}
    </ShownConfig>
  )
}
