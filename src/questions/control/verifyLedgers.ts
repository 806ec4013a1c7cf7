import type { PayloadRequest, Where } from 'payload'

import type { DocumentRef } from '@/src/domain/kernel/contributions'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { changedDocuments, missingDocuments, type Proving, type Seals } from '@/src/ledger/documentSeals'
import { postedBooks } from '@/src/ledger/posted'
import { type Difference, verifyBalances } from '@/src/ledger/verifyBalances'
import type { SummedSlug } from '@/src/ledger/sums/sumsOf'
import { verifySums } from '@/src/ledger/sums/verifySums'
import { openingDocuments, verifyOpenings } from '@/src/ledger/verifyOpenings'

import '@/src/usecases'
import type { AnyDocument, DocumentRules } from '@/src/engine/document'
import { refKey } from '@/src/engine/guards/creditObjects'
import { allRules } from '@/src/engine/define'
import { documentPage } from '@/src/engine/documents/documentPage'

import { verifyCosts } from './verifyCosts'
import { verifyDocuments } from './verifyDocuments'

const pageSize = 200

/** `documents`: how many there are; `looked`: how many of them were looked at; `differences`: none, or somebody changed the books. */
export type BooksProof = { documents: number; looked: number; differences: Difference[] }

/**
 * Proves the books: every balance from its entries, and what every document contributes from the document itself.
 * Documents that came with the opening books are proved all at once, the others one by one and line by line.
 */
export async function verifyLedgers(req: PayloadRequest, report: (checked: number) => void = () => undefined): Promise<Difference[]> {
  const found = [...(await verifyTogether(req)), ...(await verifySums(req)), ...(await verifyGone(req, await goneDocuments(req)))]
  let checked = await openingDocuments(req)
  report(checked)
  for (const rules of allRules()) {
    for await (const docs of pagesOf(req, rules.slug)) {
      for (const { differences } of await verifyDocuments({ req, rules, docs })) found.push(...differences)
      checked += docs.length
      report(checked)
    }
  }
  return found
}

/**
 * The same, looking at those documents only that are not as they were when they were last proven (`documentSeals`): the proof of a night.
 * Returns what was found and the seals to keep of what was found sound.
 */
export async function verifyChanges(req: PayloadRequest, proving: Proving): Promise<BooksProof & { seals: Seals }> {
  const { changed, total, ground } = await changedDocuments(req, { slugs: slugs(), proving })
  const gone = await goneDocuments(req)
  const ids = (slug: SummedSlug): number[] => [...changed, ...gone].filter((document) => document.slug === slug).map(({ id }) => id)
  const summed = await verifySums(req, { orders: ids('orders'), invoices: ids('invoices'), deliveries: ids('deliveries') })
  const differences = [...(await verifyTogether(req)), ...summed, ...(await verifyGone(req, gone))]
  const unsound = new Set(summed.map(({ key }) => key))
  const of = groupBy(changed, ({ slug }) => slug)
  for (const rules of allRules()) {
    for await (const docs of pagesOf(
      req,
      rules.slug,
      (of.get(rules.slug) ?? []).map(({ id }) => id),
    )) {
      for (const { id, differences: own } of await verifyDocuments({ req, rules, docs })) {
        if (own.length > 0) unsound.add(refKey({ slug: rules.slug, id }))
        differences.push(...own)
      }
    }
  }
  const sound = changed.filter((document) => !unsound.has(refKey(document)))
  return { documents: total, looked: changed.length, differences, seals: { sound, ground } }
}

/** What is proven of all books at once. */
const verifyTogether = async (req: PayloadRequest): Promise<Difference[]> => [
  ...(await verifyBalances(req)),
  ...(await verifyOpenings(req)),
  ...(await verifyCosts(req)),
]

const slugs = (): string[] => allRules().map(({ slug }) => slug)
const goneDocuments = (req: PayloadRequest): Promise<DocumentRef[]> => missingDocuments(req, slugs())

/** Nothing is in the books of a document that is not there. */
async function verifyGone(req: PayloadRequest, gone: readonly DocumentRef[]): Promise<Difference[]> {
  const { stock, credit, progress, receivable } = await postedBooks(req, { caused: gone, documents: gone, lineIds: [] })
  return [...stock, ...credit, ...progress, ...receivable].map((entry) => ({
    book: 'documents',
    key: refKey(entry.source),
    expected: 'a document',
    actual: JSON.stringify(entry),
  }))
}

/** The documents of a kind that are proved one by one, a page at a time: all of them, or those of these ids. */
async function* pagesOf(req: PayloadRequest, slug: DocumentRules['slug'], ids?: readonly number[]): AsyncGenerator<AnyDocument[]> {
  const ours: Where = hasOpening(req, slug) ? { opening: { not_equals: true } } : {}
  for (let at = 0, after = 0; ids === undefined || at < ids.length; at += pageSize) {
    const where: Where = ids ? { and: [ours, { id: { in: ids.slice(at, at + pageSize) } }] } : ours
    const docs = await documentPage({ req, slug, where, limit: pageSize, after })
    if (docs.length > 0) yield docs
    if (ids === undefined && docs.length < pageSize) return
    after = ids ? 0 : (docs.at(-1)?.id ?? after)
  }
}

const hasOpening = (req: PayloadRequest, slug: string): boolean =>
  (req.payload.collections as Record<string, { config: { flattenedFields: Array<{ name: string }> } }>)[slug]?.config.flattenedFields.some(
    ({ name }) => name === 'opening',
  ) ?? false
