import type { PayloadRequest } from 'payload'

import type { Progress } from '@/src/domain/kernel/contributions'
import { d, Decimal } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { openQty } from '@/src/domain/orders/progress'
import { lineProgressAnywhere } from '@/src/ledger/facts/progress'

type Line = Record<string, unknown> & { id?: string; qty?: number }
type Filled = { lines?: Line[] | null }

const notNegative = (qty: Decimal): Decimal => Decimal.max(0, qty)

const figures: Record<string, (line: Line, progress: Progress | undefined) => Record<string, number>> = {
  orders: (line, p) => ({
    deliveredQty: toNumber(d(p?.delivered ?? 0)),
    invoicedQty: toNumber(d(p?.invoiced ?? 0)),
    returnedQty: toNumber(d(p?.returned ?? 0).plus(d(p?.replaced ?? 0))),
    shortClosed: toNumber(d(p?.shortClosed ?? 0)),
    openQty: toNumber(
      openQty({ qty: line.qty ?? 0, delivered: p?.delivered ?? 0, replaced: p?.replaced ?? 0, shortClosed: p?.shortClosed ?? 0 }),
    ),
    deliverableQty: toNumber(
      notNegative(
        openQty({
          qty: line.qty ?? 0,
          delivered: p?.delivered ?? 0,
          replaced: p?.replaced ?? 0,
          shortClosed: p?.shortClosed ?? 0,
        }).minus(d(p?.planned ?? 0)),
      ),
    ),
  }),
  'stock-transfers': (line) => ({ openQty: toNumber(notNegative(d(line.qty ?? 0).minus(d((line['receivedQty'] as number | null) ?? 0)))) }),
  quotes: (_line, p) => ({ orderedQty: toNumber(d(p?.ordered ?? 0)) }),
  deliveries: (line, p) => ({
    invoicedQty: toNumber(d(p?.invoiced ?? 0)),
    returnedQty: toNumber(d(p?.returned ?? 0).plus(d(p?.replaced ?? 0))),
    returnableQty: toNumber(
      notNegative(
        d(p ? (line.qty ?? 0) : 0)
          .minus(d(p?.returned ?? 0))
          .minus(d(p?.replaced ?? 0)),
      ),
    ),
    billableQty: toNumber(
      notNegative(
        d(p?.delivered ?? 0)
          .minus(d(p?.returned ?? 0))
          .minus(d(p?.invoiced ?? 0))
          .minus(d(p?.invoicing ?? 0)),
      ),
    ),
  }),
}

/** Documents inside the answer of any operation: one document, a page of them, or none. */
function documentsIn(result: unknown): Filled[] {
  if (result === null || typeof result !== 'object') return []
  const page = (result as { docs?: unknown }).docs
  return (Array.isArray(page) ? page : [result]) as Filled[]
}

/**
 * Fills delivered, invoiced, open… quantities of lines from the ledgers, with one read for all documents of an answer.
 * They are never stored on a document: a stale form would overwrite what happened meanwhile.
 */
export async function fillFromLedgers({
  req,
  slug,
  result,
  known,
}: {
  req: PayloadRequest
  slug: string
  result: unknown
  /** The progress of the lines where it was just computed: of a document that was only made. */
  known?: ReadonlyMap<string, Progress> | undefined
}): Promise<void> {
  const fill = figures[slug]
  if (!fill) return
  const lines = documentsIn(result)
    .flatMap((doc) => doc.lines ?? [])
    .filter((line) => typeof line?.id === 'string')
  if (lines.length === 0) return
  const progress =
    known ??
    (await lineProgressAnywhere(
      req,
      lines.map(({ id }) => id as string),
    ))
  for (const line of lines) Object.assign(line, fill(line, progress.get(line.id as string)))
}
