import type { FlattenedField, PayloadRequest } from 'payload'

import { noticeWords } from '@/src/domain/control/noticeWay'
import type { ListColumn } from '@/src/domain/lists/column'
import type { Language } from '@/src/domain/messages/language'
import { stateFields } from '@/src/domain/messages/tones'
import { languageOf } from '@/src/engine/refusal'
import { placeWords } from '@/src/domain/words/auditWords'
import { stockAccountWords } from '@/src/domain/words/stockAccountWords'
import { doingWords } from '@/src/domain/words/inputWords'
import { labelIn } from '@/src/domain/words/words'
import { vocabularyOf } from '@/src/engine/words'
import { allRules } from '@/src/engine/define'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'

import { askableWords } from '../control/askable'

const states = new Set<string>(stateFields)

/** Never a column: what the platform keeps for itself. */
const unlisted = new Set(['password', 'hash', 'salt', 'resetPasswordToken', 'resetPasswordExpiration', 'apiKey', 'apiKeyIndex', 'enableAPIKey', 'loginAttempts', 'lockUntil', 'sessions', 'version']) // prettier-ignore

type Described = Omit<ListColumn, 'name' | 'label' | 'sorts'> & { sorts?: boolean }

function kindOf(field: FlattenedField, language: Language): Described | null {
  const state = states.has(field.name) ? { state: true } : {}
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
      return 'hasMany' in field && field.hasMany ? null : { kind: 'text', sorts: field.type !== 'textarea' }
    case 'richText':
      return { kind: 'text', sorts: false }
    case 'number': {
      const isAmount = (field.custom as { scale?: number } | undefined)?.scale === 2
      return field.hasMany ? null : { kind: isAmount ? 'amount' : 'figure' }
    }
    case 'date':
      return { kind: (field.custom as { businessDate?: boolean } | undefined)?.businessDate ? 'date' : 'instant' }
    case 'checkbox':
      return { kind: 'check', ...state }
    case 'select':
    case 'radio': {
      const options = field.options.map((option) =>
        typeof option === 'string' ? { value: option, label: option } : { value: option.value, label: labelIn(option.label, language) },
      )
      const isMany = 'hasMany' in field && field.hasMany === true
      return { kind: 'choice', options, sorts: !isMany, ...state }
    }
    case 'relationship':
      if (typeof field.relationTo !== 'string') return null
      return field.hasMany ? { kind: 'records', relation: field.relationTo, sorts: false } : { kind: 'record', relation: field.relationTo }
    default:
      return null
  }
}

type Speaks = 'kinds' | 'verbs' | 'files' | keyof typeof spoken | ListColumn['speaks']
const speaksOf = (field: FlattenedField): Speaks => (field.custom as { speaks?: Speaks } | undefined)?.speaks

function isHidden(field: FlattenedField): boolean {
  const admin = (field.admin ?? {}) as { hidden?: unknown; disabled?: unknown; disableListColumn?: unknown }
  const isGone = 'hidden' in field && field.hidden === true
  const isListed = (field.custom as { listed?: boolean } | undefined)?.listed === true
  // what is told by its words in a list has others on the page
  return isGone || (admin.hidden === true && !speaksOf(field) && !isListed) || admin.disabled === true || admin.disableListColumn === true
}

/** A figure that is added up over the lines: no column of the table, and yet one of the list. */
const isOfLines = (field: FlattenedField): boolean => (field.custom as { addedUp?: boolean } | undefined)?.addedUp === true

/** Whether this person reads the field in every row; what he reads of some rows only is left to the row. */
async function isReadable(req: PayloadRequest, field: FlattenedField): Promise<boolean> {
  const read = 'access' in field ? field.access?.read : undefined
  return !read || (await read({ req })) === true
}

const stamps = (language: Language): ListColumn[] => [
  { name: 'createdAt', label: { zh: '创建时间', en: 'Created' }[language], kind: 'instant', sorts: true },
  { name: 'updatedAt', label: { zh: '更新时间', en: 'Changed' }[language], kind: 'instant', sorts: true },
]

/** Words of texts that are one of a few. */
const spoken = { notices: noticeWords, stockAccounts: stockAccountWords } as const

/** A text that names a kind of record, what was done to one, or one of a few things: chosen and read by the words of the house. */
function spokenOptions(req: PayloadRequest, field: FlattenedField, language: Language): ListColumn['options'] | null {
  const speaks = speaksOf(field)
  if (field.type !== 'text' || !speaks || speaks === 'reasons' || speaks === 'numbers') return null
  if (speaks === 'files') return askableWords(req)
  if (speaks !== 'kinds' && speaks !== 'verbs')
    return Object.entries(spoken[speaks]).map(([value, words]) => ({ value, label: words[language] }))
  const { collections, globals } = req.payload.config
  if (speaks === 'kinds') {
    const kinds = new Set([...collections, ...globals].map(({ slug }) => String(slug)))
    return [
      ...collections
        .filter(({ slug }) => !slug.startsWith('payload-'))
        .map(({ slug, labels }) => ({ value: slug, label: labelIn(labels.plural, language) })),
      ...globals.map(({ slug, label }) => ({ value: slug, label: labelIn(label, language) })),
      ...Object.entries(placeWords).flatMap(([value, words]) => (kinds.has(value) ? [] : [{ value, label: words[language] }])),
    ].filter(({ label }) => label !== '')
  }
  const names = new Set([...Object.keys(doingWords), ...allRules().flatMap(({ verbs }) => Object.keys(verbs))])
  const { verb } = vocabularyOf({ payload: req.payload, slug: undefined, language })
  return [...names].map((value) => ({ value, label: verb(value) })).filter(({ label }) => label !== '')
}

/** The columns a list can show to this person, in the order of the form. What he may not read is not among them. */
export async function columnsOf(req: PayloadRequest, slug: string): Promise<ListColumn[]> {
  const language = languageOf(req)
  const { config } = req.payload.collections[collectionNamed(req, slug)]
  const found: ListColumn[] = []
  for (const field of config.flattenedFields) {
    const ofLines = isOfLines(field)
    const isVirtual = 'virtual' in field && Boolean(field.virtual) && !ofLines
    const options = spokenOptions(req, field, language)
    const kind: Described | null = options ? { kind: 'choice', options } : kindOf(field, language)
    const described = unlisted.has(field.name) || isHidden(field) || isVirtual ? null : kind
    const label = labelIn('label' in field ? field.label : undefined, language)
    const speaks = speaksOf(field)
    const spoken = speaks === 'reasons' || speaks === 'numbers' ? { speaks } : {}
    if (described && label !== '' && (await isReadable(req, field)))
      found.push({ name: field.name, label, sorts: true, ...described, ...spoken, ...(ofLines ? { ofLines: true, sorts: false } : {}) })
  }
  const own = new Set(found.map(({ name }) => name))
  return [...found, ...stamps(language).filter(({ name }) => config.timestamps && !own.has(name))]
}
