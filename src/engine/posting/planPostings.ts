import type { PayloadRequest } from 'payload'

import {
  type ContributionInput,
  type Contributions,
  type CreditObject,
  type DocumentRef,
  noProgress,
  type Progress,
} from '@/src/domain/kernel/contributions'
import { d } from '@/src/domain/kernel/decimal'
import { freightLine } from '@/src/domain/pricing/freight'
import { differences } from '@/src/ledger/differences'
import { postedBooks } from '@/src/ledger/posted'
import { kindsInOrder } from '@/src/ledger/kinds'
import { lockDocumentRows } from '@/src/ledger/locks'
import type { CreditTarget, ProgressTarget, ReceivableTarget } from '@/src/ledger/postings'

import { findDocuments } from '../documents/findDocuments'
import { creditSides, distinctObjects, refKey } from '../guards/creditObjects'
import type { AnyDocument, DocumentRules } from '../document'
import { rulesOf } from '../define'
import type { Settings } from '../settings'
import type { PostingPlan, UpstreamDocument } from './plan'
import { stockMoves } from './stockMoves'

const progressKey = (e: ProgressTarget) => `${e.line}|${e.target.slug}|${e.target.lineId}|${e.kind}`
const creditKey = (e: CreditTarget) => `${e.source.slug}|${e.source.id}|${e.line}|${e.object.kind}|${e.object.id}|${e.bucket}`
const receivableKey = (e: ReceivableTarget) => `${e.line}|${e.kind}|${e.document.slug}|${e.document.id}|${e.date ?? ''}`

const columns: Record<ProgressTarget['kind'], keyof Progress> = {
  ordered: 'ordered',
  planned: 'planned',
  delivered: 'delivered',
  returned: 'returned',
  replaced: 'replaced',
  invoicing: 'invoicing',
  invoiced: 'invoiced',
  shortClosed: 'shortClosed',
}

function moved(before: ReadonlyMap<string, Progress>, entries: readonly ProgressTarget[]): Map<string, Progress> {
  const after = new Map([...before].map(([id, progress]) => [id, { ...progress }]))
  for (const entry of entries) {
    const progress = after.get(entry.target.lineId) ?? { ...noProgress }
    const column = columns[entry.kind]
    progress[column] = d(progress[column]).plus(d(entry.qty)).toString()
    after.set(entry.target.lineId, progress)
  }
  return after
}

const lineIds = (slug: string, doc: AnyDocument): string[] => [
  ...((doc.lines ?? []) as Array<{ id: string }>).map(({ id }) => id),
  ...(doc['freight'] ? [freightLine(slug, doc.id)] : []),
]

async function loadUpstream(req: PayloadRequest, documents: readonly DocumentRef[]): Promise<UpstreamDocument[]> {
  const loaded: UpstreamDocument[] = []
  const named = new Set(documents.map(({ slug }) => slug))
  for (const { slug } of kindsInOrder().flatMap((kind) => (named.has(kind) ? [rulesOf(kind)] : []))) {
    const ids = [...new Set(documents.filter((ref) => ref.slug === slug).map(({ id }) => id))]
    await lockDocumentRows({ req, documents: ids.map((id) => ({ slug, id })) })
    const docs = await findDocuments({ req, slug, where: { id: { in: ids } }, overrideAccess: true })
    loaded.push(...docs.map((doc) => ({ slug, doc })))
  }
  return loaded
}

/**
 * Computes target − posted for the document and for everything upstream it moves (its order's reservation shrinks when it
 * delivers). Nothing is written; guards read the plan, `postToLedgers` appends it. All reads are set-based: their number
 * does not depend on the number of lines.
 */
export async function planPostings({
  req,
  rules,
  doc,
  stored,
  settings,
}: {
  req: PayloadRequest
  rules: DocumentRules
  doc: AnyDocument
  stored: AnyDocument | null
  settings: Settings
}): Promise<PostingPlan> {
  const own: DocumentRef = { slug: rules.slug, id: doc.id }
  const upstream = await loadUpstream(req, [...rules.upstream(doc), ...(stored ? rules.upstream(stored) : [])])
  const sides = await creditSides(req, [{ slug: rules.slug, doc }, ...upstream])
  const objectsOf = (ref: DocumentRef): CreditObject[] => sides.get(refKey(ref))?.objects ?? []
  const input = (ref: DocumentRef, document: AnyDocument, progress: ReadonlyMap<string, Progress>): ContributionInput<AnyDocument> => ({
    doc: document,
    progress,
    creditObjects: objectsOf(ref),
    creditObjectsOf: objectsOf,
    prepaid: sides.get(refKey(ref))?.prepaid ?? false,
    billTo: sides.get(refKey(ref))?.billTo ?? 0,
    settings: { reserveMoment: settings.availability.moment, creditMoment: settings.credit.moment },
  })
  const isNew = stored === null
  const documents = [own, ...upstream.map(({ slug, doc: up }) => ({ slug, id: up.id }))]
  // nothing can have happened to the lines of a new document, nor can the books hold anything of it
  const posted = await postedBooks(req, {
    caused: isNew ? [] : [own],
    documents: isNew ? documents.slice(1) : documents,
    lineIds: [...(isNew ? [] : lineIds(rules.slug, doc)), ...upstream.flatMap(({ slug, doc: up }) => lineIds(slug, up))],
  })
  const before: ReadonlyMap<string, Progress> = posted.lines
  const evaluate = (
    variant: AnyDocument,
  ): { moves: ProgressTarget[]; after: Map<string, Progress>; all: Contributions; own: CreditTarget[] } => {
    const first = rules.contributions(input(own, variant, before))
    const moves = differences({ target: first.progress, posted: posted.progress, keyOf: progressKey, figures: ['qty', 'amount'] })
    const after = moved(before, moves)
    const parts = [
      moves.length === 0 ? first : rules.contributions(input(own, variant, after)),
      ...upstream.map(({ slug, doc: up }) => rulesOf(slug).contributions(input({ slug, id: up.id }, up, after))),
    ]
    return {
      moves,
      after,
      own: parts[0]?.credit ?? [],
      all: {
        progress: [],
        stock: parts.flatMap((part) => part.stock),
        credit: parts.flatMap((part) => part.credit),
        receivable: (parts[0]?.receivable ?? []).map((entry) => ({ ...entry, date: entry.date ?? String(variant.date).slice(0, 10) })),
      },
    }
  }
  const actual = evaluate(doc)
  const projected = rules.projected ? evaluate(rules.projected(doc)) : null
  const creditMoves = (targets: readonly CreditTarget[]): CreditTarget[] =>
    differences({ target: targets, posted: posted.credit, keyOf: creditKey, figures: ['amount'] })
  return {
    isNew,
    upstream,
    creditObjects: distinctObjects([
      ...objectsOf(own),
      ...[...posted.credit, ...actual.all.credit, ...(projected?.all.credit ?? [])].map(({ object }) => object),
    ]),
    ownCredit: (projected ?? actual).own,
    progressAfter: actual.after,
    progress: actual.moves,
    stockTargets: actual.all.stock,
    stock: stockMoves({ target: actual.all.stock, posted: posted.stock }),
    credit: creditMoves(actual.all.credit),
    receivable: differences({ target: actual.all.receivable, posted: posted.receivable, keyOf: receivableKey, figures: ['amount'] }),
    projectedStock: projected ? stockMoves({ target: projected.all.stock, posted: posted.stock }) : [],
    projectedStockTargets: projected?.all.stock ?? [],
    projectedCredit: creditMoves((projected ?? actual).all.credit),
    absentCredit: creditMoves(evaluate(rules.absent(doc)).all.credit),
  }
}
