import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import type { ListColumn } from '@/src/domain/lists/column'
import { emptyListWords } from '@/src/domain/lists/emptyListWords'
import { labelIn } from '@/src/domain/words/words'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { isDocument, rulesOf } from '@/src/engine/define'
import { statesOffering } from '@/src/engine/offered'
import { settingsOf } from '@/src/engine/settings'
import { languageOf } from '@/src/engine/refusal'
import '@/src/usecases'

import { keptPreference } from '../control/keptPreference'
import { columnsOf } from './columns'
import { quickOf } from './listed'
import { type SavedView, sharedViews } from './sharedViews'

export type ListDescription = {
  slug: string
  title: string
  columns: readonly ListColumn[]
  /** The columns this list begins with. */
  usual: readonly string[]
  /** What this person last chose. */
  chosen: readonly string[]
  views: readonly SavedView[]
  quick: ReadonlyArray<{ key: string; label: string }>
  /** Verbs that can be pressed on several documents at once: nothing is asked, and he holds the role. `from`: the states in which they can succeed. */
  verbs: ReadonlyArray<{ name: string; label: string; from: readonly string[] }>
  mayCreate: boolean
  /** Whether the salesperson of several can be changed at once. */
  mayAssign: boolean
  /** The states in which a document takes another salesperson; absent: there are none to ask for. */
  assignedIn?: readonly string[]
  empty: { purpose: string; first: string }
}

/** Verbs that mean the same for each of many documents. */
const forMany = ['submit', 'approve', 'post', 'issue', 'ship', 'receive', 'start']

export const preferenceOf = (slug: string): string => `list-${slug}`

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : []

const viewsIn = (value: unknown): SavedView[] =>
  Array.isArray(value)
    ? value.flatMap((entry: Partial<SavedView> | null) =>
        typeof entry?.name === 'string' && typeof entry.address === 'string'
          ? [{ name: entry.name, address: entry.address, columns: texts(entry.columns) }]
          : [],
      )
    : []

async function verbsForMany(req: PayloadRequest, slug: string): Promise<ListDescription['verbs']> {
  if (!isDocument(slug)) return []
  const language = languageOf(req)
  const mine = personOf(req.user)?.roles ?? []
  const rules = rulesOf(slug)
  const { verbs } = rules
  const settings = await settingsOf(req)
  return forMany.flatMap((name) => {
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
    const isMine = verb?.roles.some((role) => mine.includes(role)) ?? false
    return verb && isMine && !verb.asks?.some(({ required }) => required)
      ? [{ name, label: verb.label[language], from: statesOffering({ rules, name, settings }) }]
      : []
  })
}

/** Everything a list has beside its rows, for this person. */
export async function describeList(req: PayloadRequest, slug: string): Promise<ListDescription> {
  const language = languageOf(req)
  const { config } = req.payload.collections[collectionNamed(req, slug)]
  const columns = await columnsOf(req, slug)
  const known = new Set(columns.map(({ name }) => name))
  const usual = (config.admin.defaultColumns ?? []).filter((name) => known.has(name))
  const { columns: wished, views } = await keptPreference(req, preferenceOf(slug))
  const chosen = texts(wished).filter((name) => known.has(name))
  const may = async (operation: 'create' | 'update'): Promise<boolean> => {
    const answer = await config.access[operation]({ req })
    return answer !== false
  }
  const title = labelIn(config.labels.plural, language)
  const hasUsual = usual.length > 0 ? usual : columns.slice(0, 6).map(({ name }) => name)
  return {
    slug,
    title,
    columns,
    usual: hasUsual,
    chosen: chosen.length > 0 ? chosen : hasUsual,
    views: [...viewsIn(views), ...(await sharedViews(req, slug))],
    quick: quickOf(req, slug, columns).map(({ key, label }) => ({ key, label: label[language] })),
    verbs: await verbsForMany(req, slug),
    mayCreate: await may('create'),
    mayAssign: known.has('salesperson') && (await may('update')),
    ...(isDocument(slug) ? { assignedIn: rulesOf(slug).editable } : {}),
    empty: emptyListWords(slug, language, { one: labelIn(config.labels.singular, language), many: title }),
  }
}
