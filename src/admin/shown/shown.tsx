import { DocumentInfoProvider, HydrateAuthProvider, PageConfigProvider, RootProvider } from '@payloadcms/ui'
import type { ClientCollectionConfig, ClientConfig, ClientField, SanitizedPermissions } from 'payload'
import { type ComponentProps, isValidElement, type ReactElement, type ReactNode } from 'react'

import { isLanguage, labelIn, type Language } from '@/src/domain/words/words'

import { changed, isOf, made, replaced } from './elements'
import { OwnRights } from './OwnRights'
import { tellInOneLanguage } from './inOneLanguage'
import { type Packed, packed } from './packed'
import { toldRights } from './rights'
import { toldData } from './toldData'
import { ShownConfig } from './ShownConfig'
import { ShownDocument } from './ShownDocument'
import { ShownFrame, type ToldConfig } from './ShownFrame'
import { shownKinds } from './shownKinds'

type Framed = ComponentProps<typeof RootProvider>
type Paged = { config: ClientConfig; children: ReactNode }

const isForNobody = (config: ClientConfig): boolean => 'unauthenticated' in config && config.unauthenticated === true

/** Where files lie on the machine of the house is told to no browser. */
const withoutPlace = (kind: ClientCollectionConfig): ClientCollectionConfig =>
  kind.upload ? { ...kind, upload: { ...kind.upload, staticDir: '' } } : kind

const spokenOf = new WeakSet<ClientConfig>()

/** The platform keeps a configuration for each language; the first time it is met, its forms are told in that language alone. */
function speak(config: ClientConfig, language: Language): void {
  if (spokenOf.has(config)) return
  spokenOf.add(config)
  for (const { fields } of [...config.collections, ...config.globals]) tellInOneLanguage(fields, language)
}

const languageOf = (code: unknown): Language => (isLanguage(code) ? code : 'zh')

/** A kind with what is asked of it on other pages than its own. */
function nameOf(kind: ClientCollectionConfig, language: Language): object {
  const { singular, plural } = kind.labels
  return {
    ...withoutPlace(kind),
    labels: { singular: labelIn(singular, language), plural: labelIn(plural, language) },
    fields: [],
    admin: { useAsTitle: kind.admin.useAsTitle ?? 'id' },
  }
}

const named: Record<Language, WeakMap<ClientConfig, ToldConfig>> = { zh: new WeakMap(), en: new WeakMap() }

function told(kinds: readonly object[]): Packed {
  const table = packed(kinds)
  if (!table) throw new Error('The platform names what it knows of a kind by more than one word')
  return table
}

/** What everything is called and where it is found, without the fields of any form. */
function namesOf(config: ClientConfig, language: Language): ToldConfig {
  const known = named[language].get(config)
  if (known) return known
  speak(config, language)
  const { importMap, timezones, ...admin } = config.admin
  const names: ToldConfig = {
    ...config,
    admin: {
      ...admin,
      meta: { ...admin.meta, icons: [] },
      importMap: { ...importMap, baseDir: '', importMapFile: '' },
      timezones: { ...timezones, supportedTimezones: [] },
    },
    collections: told(config.collections.map((kind) => nameOf(kind, language))),
    globals: told(config.globals.map(({ label, ...kind }) => ({ ...kind, label: labelIn(label, language), fields: [], admin: {} }))),
  }
  named[language].set(config, names)
  return names
}

/** Words for parts of the platform this house does not show: versions, folders and boards of its own making. */
const unspoken: readonly string[] = ['version', 'folder', 'dashboard']

const spoken = (translations: Framed['translations']): Framed['translations'] =>
  Object.fromEntries(Object.entries(translations).filter(([area]) => !unspoken.includes(area)))

const filesOf = ({ collections }: ClientConfig): string[] => collections.filter(({ upload }) => upload).map(({ slug }) => slug)

/**
 * The frame of the admin as the platform makes it. It would bring the fields of every form there is into every page, four fifths of what is
 * sent; a page brings those of its own (`shownPage`).
 */
export const shownFrame = async (frame: ReactElement<object>): Promise<ReactNode> =>
  replaced<Framed>(await made(frame), RootProvider, ({ config, permissions, translations, ...given }) =>
    isForNobody(config) ? null : (
      <ShownFrame
        {...given}
        told={namesOf(config, languageOf(given.languageCode))}
        rights={toldRights(permissions, filesOf(config))}
        translations={spoken(translations)}
      />
    ),
  )

type Hydrated = { permissions: SanitizedPermissions }
type ViewOfPage = { of: ReactElement<object>; withFields: readonly string[] }

type Documented = ComponentProps<typeof DocumentInfoProvider>

/** A view as the platform makes it, which would tell the rights to every field there is once more, and of every row what is in all of them. */
const ShownView = async ({ of, withFields }: ViewOfPage): Promise<ReactNode> => {
  const change = (element: ReactElement<object>): ReactElement | null => {
    if (isOf<Hydrated>(element, HydrateAuthProvider)) return <OwnRights rights={toldRights(element.props.permissions, withFields)} />
    if (!isOf<Documented>(element, DocumentInfoProvider)) return null
    const { initialData, children, ...given } = element.props
    return (
      <ShownDocument {...given} told={toldData(initialData ?? {})}>
        {changed(children, change)}
      </ShownDocument>
    )
  }
  return changed(await made(of), change)
}

const hasFiles = (fields: readonly ClientField[]): boolean =>
  fields.some((field) => {
    if (field.type === 'upload') return true
    if (field.type === 'tabs') return field.tabs.some((tab) => hasFiles(tab.fields))
    return 'fields' in field && Array.isArray(field.fields) && hasFiles(field.fields)
  })

/** A page as the platform makes it, with the fields of the form it shows and no others. */
export function shownPage(page: ReactNode, segments: readonly string[]): ReactNode {
  if (!isValidElement<Paged>(page) || page.type !== PageConfigProvider) throw new Error('The platform no longer makes its pages so')
  const { config, children } = page.props
  if (isForNobody(config) || segments[0] === config.admin.routes.createFirstUser?.slice(1)) return page
  const files = filesOf(config)
  const kinds = shownKinds(segments, { files, users: config.admin.user })
  const own = config.collections.filter(({ slug }) => kinds.collections.includes(slug))
  const ownGlobals = config.globals.filter(({ slug }) => kinds.globals.includes(slug))
  // files are chosen for a form that has a place for them
  const shown = [...own, ...ownGlobals].some(({ fields }) => hasFiles(fields))
    ? own
    : own.filter(({ slug }) => slug === segments[1] || !files.includes(slug))
  const withFields = shown.map(({ slug }) => slug).filter((slug) => files.includes(slug))
  return (
    <ShownConfig collections={shown.map(withoutPlace)} globals={ownGlobals}>
      {changed(children, (element) => ('initPageResult' in element.props ? <ShownView of={element} withFields={withFields} /> : null))}
    </ShownConfig>
  )
}
