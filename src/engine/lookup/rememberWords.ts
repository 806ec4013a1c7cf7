import { setImmediate as turn } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { isLookupKind, type LookupKind, lookupKinds } from '@/src/domain/lookup/kinds'
import { folded } from '@/src/domain/lookup/typed'
import {
  forgetWords as forget,
  mergedNames,
  ownerWord,
  type RecordWords,
  rememberWords as remember,
  wordless,
  wordlessOf,
  wordsWritten,
} from '@/src/ledger/lookupWords'

import { findDocuments } from '@/src/engine/documents/findDocuments'
import { textIn } from '@/src/domain/kernel/textOf'
import { searchWords } from './searchWords'

type Doc = Record<string, unknown> & { id: number; customerCodes?: Array<{ code?: string | null }> | null }

const ownerOf = (who: 'person' | 'department', relation: unknown): string[] => {
  const id = idOf(relation)
  return id !== null ? [ownerWord(who, id)] : []
}

function wordsOf(kind: LookupKind, doc: Doc, also: readonly string[] = []): RecordWords {
  const { code, by } = lookupKinds[kind]
  const given = code ? (textIn(doc[code]) ?? '') : ''
  const own = Array.isArray(doc.customerCodes) ? doc.customerCodes.map((entry) => entry.code) : []
  return {
    id: doc.id,
    code: folded(given),
    words: searchWords([given, ...by.map((field) => textIn(doc[field]) ?? ''), ...own, ...also]),
    owners: kind === 'customers' ? [...ownerOf('person', doc['salesperson']), ...ownerOf('department', doc['department'])] : [],
  }
}

/** So many records get their words before others are served. */
const docsATurn = 5

/** What writes the words of new records, which nobody was merged into, made before it is their turn. */
export async function wordsOfNew(slug: string, docs: readonly Doc[]): Promise<ReturnType<typeof wordsWritten> | null> {
  if (!isLookupKind(slug)) return null
  const found: RecordWords[] = []
  for (const [index, doc] of docs.entries()) {
    if (index % docsATurn === docsATurn - 1) await turn()
    found.push(wordsOf(slug, doc))
  }
  return wordsWritten(slug, found)
}

/** Many records came in at once. */
export async function rememberAll(req: PayloadRequest, slug: string, docs: readonly Doc[]): Promise<void> {
  if (isLookupKind(slug)) await rememberDocs(req, slug, docs)
}

async function wordsOfKnown(req: PayloadRequest, kind: LookupKind, docs: readonly Doc[]): Promise<RecordWords[]> {
  const merged = kind === 'customers' ? await mergedNames(req, docs.map(({ id }) => id)) : new Map<number, string[]>() // prettier-ignore
  return docs.map((doc) => wordsOf(kind, doc, merged.get(doc.id)))
}

const rememberDocs = async (req: PayloadRequest, kind: LookupKind, docs: readonly Doc[]): Promise<void> =>
  remember(req, kind, await wordsOfKnown(req, kind, docs))

const asTold = (kind: LookupKind, doc: Doc): string => {
  const { code, by } = lookupKinds[kind]
  const owners = kind === 'customers' ? [idOf(doc['salesperson']), idOf(doc['department'])] : []
  return JSON.stringify([code && doc[code], by.map((field) => doc[field]), doc.customerCodes?.map((entry) => entry.code), owners])
}

/** What writes the words of records that changed: of those that are found by something else now, and of those that had none. */
export async function wordsOfChanged(
  req: PayloadRequest,
  slug: string,
  changes: ReadonlyArray<{ former: Doc; record: Doc }>,
): Promise<ReturnType<typeof wordsWritten> | null> {
  if (!isLookupKind(slug)) return null
  const ids = changes.map(({ record }) => record.id)
  const without = await wordlessOf(req, slug, ids)
  const docs = changes.flatMap(({ former, record }) =>
    without.has(record.id) || asTold(slug, former) !== asTold(slug, record) ? [record] : [],
  )
  return docs.length > 0 ? wordsWritten(slug, await wordsOfKnown(req, slug, docs)) : null
}

/** A record was saved: from now on it is found by what it says now. */
export async function rememberWords(req: PayloadRequest, slug: string, doc: Doc): Promise<void> {
  if (isLookupKind(slug)) await rememberDocs(req, slug, [doc])
}

export async function forgetWords(req: PayloadRequest, slug: string, id: number): Promise<void> {
  if (isLookupKind(slug)) await forget(req, slug, id)
}

const portion = 1000

/** One portion of the records that nobody saved here (imported, restored) gets its words; says how many there were. */
export async function rememberPortion(req: PayloadRequest, kind: LookupKind): Promise<number> {
  const ids = await wordless(req, kind, kind.replaceAll('-', '_'), portion)
  if (ids.length === 0) return 0
  const docs = await findDocuments({ req, slug: kind, where: { id: { in: ids } }, limit: portion, overrideAccess: true })
  await rememberDocs(req, kind, docs)
  return ids.length
}
