import type { PayloadRequest } from 'payload'

import type { StockTarget } from '@/src/domain/kernel/contributions'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { freightLine } from '@/src/domain/pricing/freight'
import type { AnyDocument, DocumentRules } from '@/src/engine/document'
import { creditSides, refKey } from '@/src/engine/guards/creditObjects'
import { differences } from '@/src/ledger/differences'
import { postedBooks } from '@/src/ledger/posted'
import type { Difference } from '@/src/ledger/verifyBalances'

type Page = { req: PayloadRequest; rules: DocumentRules; docs: readonly AnyDocument[] }

/** What documents of one kind and the books do not agree on, by document. */
export async function verifyDocuments({ req, rules, docs }: Page): Promise<Array<{ id: number; differences: Difference[] }>> {
  const books = await booksOf({ req, docs, slug: rules.slug })
  return docs.map((doc) => ({ id: doc.id, differences: verifyDocument({ doc, rules, books }) }))
}

const stockKey = (e: StockTarget): string => `${e.line}|${e.account}|${e.item}|${e.warehouse ?? 0}|${e.batchNo}`

type Sourced = { source: { slug: string; id: number } }

const bySource = <Entry extends Sourced>(entries: readonly Entry[]): ((id: number) => Entry[]) => {
  const groups = groupBy(entries, ({ source }) => String(source.id))
  return (id) => groups.get(String(id)) ?? []
}

/** What the books hold of a page of documents of one kind, read at once. */
async function booksOf({ req, docs, slug }: { req: PayloadRequest; docs: readonly AnyDocument[]; slug: string }) {
  const own = docs.map(({ id }) => ({ slug, id }))
  const posted = await postedBooks(req, {
    caused: own,
    documents: own,
    lineIds: docs.flatMap((doc) => [...((doc.lines ?? []) as Array<{ id: string }>).map(({ id }) => id), freightLine(slug, doc.id)]),
  })
  return {
    sides: await creditSides(
      req,
      docs.map((doc) => ({ slug, doc })),
    ),
    progress: posted.lines,
    stock: bySource(posted.stock),
    credit: bySource(posted.credit),
    progressPosted: bySource(posted.progress),
    receivable: bySource(posted.receivable),
  }
}

type Books = Awaited<ReturnType<typeof booksOf>>

function verifyDocument({ doc, rules, books }: { doc: AnyDocument; rules: DocumentRules; books: Books }): Difference[] {
  const { slug } = rules
  const side = books.sides.get(refKey({ slug, id: doc.id }))
  const { sides, progress } = books
  const [stock, credit, progressPosted, receivable] = [
    books.stock(doc.id),
    books.credit(doc.id),
    books.progressPosted(doc.id),
    books.receivable(doc.id),
  ]
  const missingAt = (moment: 'save' | 'approve') => {
    const target = rules.contributions({
      doc: { ...doc, date: String(doc.date).slice(0, 10) },
      progress,
      billTo: side?.billTo ?? 0,
      creditObjects: side?.objects ?? [],
      creditObjectsOf: (ref) => sides.get(refKey(ref))?.objects ?? [],
      prepaid: side?.prepaid ?? false,
      settings: { reserveMoment: moment, creditMoment: moment },
    })
    const known = target.stock.filter(({ value }) => value !== undefined)
    const knownKeys = new Set(known.map(stockKey))
    return {
      stock: differences({
        target: target.stock,
        posted: stock,
        keyOf: stockKey,
        figures: ['qty'],
      }),
      // where the document itself knows the value of goods (receipts, returns, transfers in, corrections) the books hold exactly that
      values: differences({
        target: known,
        posted: stock.filter((entry) => knownKeys.has(stockKey(entry))),
        keyOf: stockKey,
        figures: ['value'],
      }),
      credit: differences({
        target: target.credit,
        posted: credit,
        keyOf: (e) => `${e.line}|${e.object.kind}|${e.object.id}|${e.bucket}`,
        figures: ['amount'],
      }),
      progress: differences({
        target: target.progress,
        posted: progressPosted,
        keyOf: (e) => `${e.line}|${e.target.lineId}|${e.kind}`,
        figures: ['qty', 'amount'],
      }),
      receivable: differences({
        target: target.receivable.map((entry) => ({ ...entry, date: entry.date ?? String(doc.date).slice(0, 10) })),
        posted: receivable,
        keyOf: (e) => `${e.kind}|${e.document.slug}|${e.document.id}|${e.date ?? ''}`,
        figures: ['amount'],
      }),
    }
  }
  const atSave = missingAt('save')
  if (Object.values(atSave).every((missing) => missing.length === 0)) return []
  // a document saved under the other setting of the moment keeps what it reserved then; it is not a difference
  const atApprove = missingAt('approve')
  const fewer = <Book extends keyof typeof atSave>(book: Book) =>
    atSave[book].length <= atApprove[book].length ? atSave[book] : atApprove[book]
  const missing = [...fewer('stock'), ...fewer('values'), ...fewer('credit'), ...fewer('progress'), ...fewer('receivable')]
  return missing.map((entry) => ({
    book: 'documents',
    key: `${slug}/${doc.no}`,
    expected: JSON.stringify(entry),
    actual: 'not in the books',
  }))
}
