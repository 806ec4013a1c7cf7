import type { PayloadRequest } from 'payload'

import type { Progress, StockTarget } from '@/src/domain/kernel/contributions'
import { differences } from '@/src/ledger/differences'
import { lineProgress, postedCredit, postedProgress, postedReceivable, postedStock } from '@/src/ledger/posted'
import { type Difference, verifyBalances } from '@/src/ledger/verifyBalances'

import '@/src/usecases'
import type { AnyDocument } from '@/src/engine/document'
import { creditSides, refKey } from '@/src/engine/guards/creditObjects'
import { allRules } from '@/src/engine/define'
import { documentPage } from '@/src/engine/documents/documentPage'

const pageSize = 200

/**
 * Proves the books: every balance from its entries, and what every document contributes from the document itself.
 * Entries of documents imported as opening history are checked by their balances; the rest line by line.
 */
export async function verifyLedgers(req: PayloadRequest, report: (checked: number) => void = () => undefined): Promise<Difference[]> {
  const found = await verifyBalances(req)
  let checked = 0
  for (const rules of allRules()) {
    for (let page = 1; ; page += 1) {
      const { docs, hasNextPage } = await documentPage({
        req,
        slug: rules.slug,
        where: hasOpening(req, rules.slug) ? { opening: { not_equals: true } } : {},
        limit: pageSize,
        page,
      })
      for (const doc of docs) found.push(...(await verifyDocument({ req, doc, slug: rules.slug })))
      checked += docs.length
      report(checked)
      if (!hasNextPage) break
    }
  }
  return found
}

const hasOpening = (req: PayloadRequest, slug: string): boolean =>
  (req.payload.collections as Record<string, { config: { flattenedFields: Array<{ name: string }> } }>)[slug]?.config.flattenedFields.some(
    ({ name }) => name === 'opening',
  ) ?? false

const stockKey = (e: StockTarget): string => `${e.line}|${e.account}|${e.item}|${e.warehouse ?? 0}|${e.batchNo}`

async function verifyDocument({ req, doc, slug }: { req: PayloadRequest; doc: AnyDocument; slug: string }): Promise<Difference[]> {
  const rules = allRules().find((candidate) => candidate.slug === slug)
  if (!rules) return []
  const own = { slug, id: doc.id }
  const sides = await creditSides(req, [{ slug, doc }])
  const side = sides.get(refKey(own))
  const progress: Map<string, Progress> = await lineProgress(
    req,
    ((doc.lines ?? []) as Array<{ id: string }>).map(({ id }) => id),
  )
  const stock = await postedStock(req, [own])
  const credit = await postedCredit(req, [own])
  const progressPosted = await postedProgress(req, own)
  const receivable = await postedReceivable(req, own)
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
  // a document saved under the other setting of the moment keeps what it reserved then; it is not a difference
  const [atSave, atApprove] = [missingAt('save'), missingAt('approve')]
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
