import { DocumentInfoProvider, HydrateAuthProvider, PageConfigProvider, RootProvider, WatchCondition } from '@payloadcms/ui'
import type { ClientCollectionConfig, ClientConfig, ClientField, SanitizedPermissions } from 'payload'
import { cloneElement, type ComponentProps, isValidElement, type ReactElement, type ReactNode } from 'react'

import { isLanguage, labelIn, type Language } from '@/src/domain/words/words'

import { changed, isOf, isSentAsIs, made, replaced } from './elements'
import { everyField } from './everyField'
import { OwnRights } from './OwnRights'
import { tellInOneLanguage } from './inOneLanguage'
import { type Packed, packed } from './packed'
import { toldDocumentRights, toldRights } from './rights'
import { toldData } from './toldData'
import { toldForm } from './toldForm'
import { toldWords } from './toldWords'
import { ShownConfig } from './ShownConfig'
import { ShownDocument } from './ShownDocument'
import { ShownFrame, type ToldConfig } from './ShownFrame'
import { shownKinds } from './shownKinds'
import { spoken } from './spoken'

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
  const { labels, fields: _fields, admin, ...named } = withoutPlace(kind)
  const [singular, plural] = [labelIn(labels.singular, language), labelIn(labels.plural, language)]
  return { ...named, singular, plural: plural === singular ? '' : plural, title: admin.useAsTitle ?? 'id' }
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

const filesOf = ({ collections }: ClientConfig): string[] => collections.filter(({ upload }) => upload).map(({ slug }) => slug)

/** Where else somebody is logged in is asked for where it is shown. */
const withoutSessions = <Person extends object>(user: Person): Person => ({ ...user, sessions: [] })

/**
 * The frame of the admin as the platform makes it. It would bring the fields of every form there is into every page, four fifths of what is
 * sent; a page brings those of its own (`shownPage`).
 */
export const shownFrame = async (frame: ReactElement<object>): Promise<ReactNode> =>
  replaced<Framed>(await made(frame), RootProvider, ({ config, permissions, translations, user, ...given }) =>
    isForNobody(config) ? null : (
      <ShownFrame
        {...given}
        told={namesOf(config, languageOf(given.languageCode))}
        rights={toldRights(permissions, [])}
        person={user && withoutSessions(user)}
        words={toldWords(spoken(translations))}
      />
    ),
  )

/** What the platform has found out for a page, before it makes it. */
type Begun = { initPageResult: { req: { i18n: { language: string } } } }
const isBegun = (props: object): props is Begun => 'initPageResult' in props

type Hydrated = { permissions: SanitizedPermissions }
type ViewOfPage = { of: ReactElement<object>; kinds: readonly ShownKind[]; withFields: readonly string[] }
type ShownKind = { slug: string; fields: readonly ClientField[] }

/** A form drawn in the browser takes its state from the document it stands in, and looks at no other. */
const nothingMore = { formState: undefined }

type Documented = ComponentProps<typeof DocumentInfoProvider>

/** The lists of a form that a grid keeps (`withGrids`): to the form they are no fields, and neither are their cells. */
const isListOfGrid = (field: ClientField): boolean => field.type === 'array' && field.admin?.disabled === true

/** A view as the platform makes it, which would tell the rights to every field there is once more, and of every row what is in all of them. */
const ShownView = async ({ of, kinds, withFields }: ViewOfPage): Promise<ReactNode> => {
  const change = (element: ReactElement<object>): ReactElement | null => {
    if (isOf<Hydrated>(element, HydrateAuthProvider)) return <OwnRights rights={toldRights(element.props.permissions, withFields)} />
    if (isSentAsIs(element) && 'formState' in element.props) return cloneElement(element, nothingMore)
    if (!isOf<Documented>(element, DocumentInfoProvider)) return null
    const { initialData, initialState, docPermissions, children, ...given } = element.props
    const slug = given.globalSlug ?? given.collectionSlug ?? ''
    const fields = kinds.find((kind) => kind.slug === slug)?.fields ?? []
    const data = initialData ?? {}
    const lists = fields.flatMap((field) => (isListOfGrid(field) && 'name' in field ? [field.name] : []))
    return (
      <ShownDocument
        {...given}
        told={toldData(data)}
        form={initialState && toldForm(initialState, { data, fields: everyField(fields, slug), around: WatchCondition })}
        rights={docPermissions && toldDocumentRights(docPermissions, lists)}
      >
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

/** A kind without what a grid knows of itself: what it is told of its columns stands in its own field. */
const withoutCells = <Kind extends { fields: ClientField[] }>(kind: Kind): Kind => ({
  ...kind,
  fields: kind.fields.map((field) => (isListOfGrid(field) && 'fields' in field ? { ...field, fields: [] } : field)),
})

/** A page as the platform makes it, with the fields of the form it shows and no others. */
export function shownPage(page: ReactNode, segments: readonly string[]): ReactNode {
  if (!isValidElement<Paged>(page) || page.type !== PageConfigProvider) throw new Error('The platform no longer makes its pages so')
  const { config, children } = page.props
  if (isForNobody(config) || segments[0] === config.admin.routes.createFirstUser?.slice(1)) return page
  const files = filesOf(config)
  const wanted = shownKinds(segments, { files, users: config.admin.user })
  const own = config.collections.filter(({ slug }) => wanted.collections.includes(slug))
  const ownGlobals = config.globals.filter(({ slug }) => wanted.globals.includes(slug))
  // files are chosen for a form that has a place for them
  const shown = [...own, ...ownGlobals].some(({ fields }) => hasFiles(fields))
    ? own
    : own.filter(({ slug }) => slug === segments[1] || !files.includes(slug))
  const kinds = [...shown, ...ownGlobals]
  const withFields = shown.map(({ slug }) => slug).filter((slug) => files.includes(slug))
  return (
    <ShownConfig collections={shown.map(withoutPlace).map(withoutCells)} globals={ownGlobals.map(withoutCells)}>
      {changed(children, (element) => {
        if (!isBegun(element.props)) return null
        speak(config, languageOf(element.props.initPageResult.req.i18n.language))
        return <ShownView {...{ of: element, kinds, withFields }} />
      })}
    </ShownConfig>
  )
}
