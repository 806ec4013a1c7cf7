import type { CollectionConfig, Field } from 'payload'

import type { GridStates } from '@/src/domain/grid/gridHead'
import { documentKinds, type KindSlug } from '@/src/domain/kinds'
import { documentHooks, documentLabels, hasFlow, type DocumentMoments } from '@/hooks/documentHooks'
import { readLines } from '@/hooks/readLines'

import type { Label } from './fields'
import { judgedInOnePass } from './fields/judgedInOnePass'
import { withHeadSections } from './fields/headSections'
import { saveButton } from './fields/saveButton'
import { withGrids } from './fields/grids'
import { oneAtATime } from './oneAtATime'

type DocumentCollection = DocumentMoments & {
  slug: KindSlug
  area: Label
  search?: string[]
  fields: Field[]
  /** Shows the tab with the mails that took its sheet to somebody. */
  mailed?: boolean
  /** Components above the list: files in and out. */
  tools?: string[]
  /** Further tabs of this kind of document, by name. */
  tabs?: Record<string, DocumentTab>
}

export type DocumentTab = {
  Component: string
  path: `/${string}`
  tab: { label: (says: { t: (key: string) => string }) => string; href: `/${string}` }
}

const footer = new Set(['terms', 'remark', 'attachments', 'sampleWaiver', 'approvals', 'ruling', 'checks', 'advances', 'opening'])
const nameOf = (field: Field): string => ('name' in field && typeof field.name === 'string' ? field.name : '')

/** Header and lines are what a clerk works in; remarks, files and what the house recorded stand below them. */
const withFooterLast = (fields: readonly Field[]): Field[] => [
  ...fields.filter((field) => !footer.has(nameOf(field))),
  ...fields.filter((field) => footer.has(nameOf(field))),
]

/** The lines are read all at once, not field by field of every row. */
const withLinesRead = (fields: readonly Field[]): Field[] =>
  fields.map((field) =>
    field.type === 'array' && field.name === 'lines'
      ? { ...field, hooks: { ...field.hooks, afterRead: [...(field.hooks?.afterRead ?? []), readLines] } }
      : field,
  )

/** When the grids of a document are open. */
const statesOfGrid = (slug: KindSlug): GridStates => {
  const { editable, initial } = documentKinds[slug]
  return { field: 'status', editable, initial }
}

/** 联查: the tab with everything before and after the document. */
const documentFlow = {
  Component: '/src/admin/views/opened#FlowTab',
  path: '/flow',
  tab: { label: ({ t }: { t: (key: string) => string }) => t('gendan:documentFlow'), href: '/flow' },
} as const

/** 附件: the tab with the files of the document, each looked into. */
const documentFiles = {
  Component: '/src/admin/views/opened#FilesTab',
  path: '/files',
  tab: { label: ({ t }: { t: (key: string) => string }) => t('gendan:files'), href: '/files' },
} as const

/** 历史: the tab with who changed what, when and why. */
export const documentHistory = {
  Component: '/src/admin/views/opened#HistoryTab',
  path: '/history',
  tab: { label: ({ t }: { t: (key: string) => string }) => t('gendan:history'), href: '/history' },
} as const

/** 邮件: the tab with what was sent, to whom, and what became of it. */
export const documentMails = {
  Component: '/src/admin/views/opened#MailsTab',
  path: '/mails',
  tab: { label: ({ t }: { t: (key: string) => string }) => t('gendan:mails'), href: '/mails' },
} as const

/** 备注: the tab with what people say about it, and who does what next. */
export const documentNotes = {
  Component: '/src/admin/views/opened#NotesTab',
  path: '/notes',
  tab: { label: ({ t }: { t: (key: string) => string }) => t('gendan:notes'), href: '/notes' },
} as const

/**
 * What every business document shares: written one at a time through the engine (no bulk edit, no duplicate, no Payload
 * locks or versions: the engine has its own), with its verbs as endpoints and buttons.
 */
export const documentCollection = ({
  slug,
  area,
  search = ['no'],
  fields,
  guards,
  follows,
  mailed = false,
  tools = [],
  tabs = {},
}: DocumentCollection): CollectionConfig => ({
  slug,
  labels: documentLabels(slug),
  fields: withLinesRead(withGrids(judgedInOnePass(withHeadSections(withFooterLast(fields), footer)), statesOfGrid(slug))),
  hooks: documentHooks({ slug, guards, follows }),
  defaultSort: '-id',
  admin: {
    group: area,
    hideAPIURL: true,
    useAsTitle: 'no',
    defaultColumns: [...documentKinds[slug].columns],
    listSearchableFields: search,
    enableListViewSelectAPI: true,
    pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] },
    components: {
      edit: {
        beforeDocumentControls: [{ path: '/src/admin/components/VerbButtons#VerbButtons', serverProps: { slug } }],
        SaveButton: saveButton,
      },
      ...(tools.length > 0 ? { beforeListTable: tools } : {}),
      views: {
        edit: {
          ...(hasFlow(slug) ? { flow: documentFlow } : {}),
          ...tabs,
          ...(mailed ? { mails: documentMails } : {}),
          notes: documentNotes,
          files: documentFiles,
          history: documentHistory,
        },
      },
    },
  },
  ...oneAtATime,
})
