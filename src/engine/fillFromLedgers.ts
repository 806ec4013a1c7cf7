import type { PayloadRequest } from 'payload'

import type { Progress } from '@/src/domain/kernel/contributions'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { lineProgressAnywhere } from '@/src/ledger/facts/progress'

import { rulesOf } from './define'
import type { FiguredLine } from './document'

type Filled = Record<string, unknown> & { lines?: FiguredLine[] | null }

/** What the lines tell of it together; null where none of them tells anything. */
function addedUp(lines: readonly FiguredLine[], name: string): number | null {
  const told = lines.map((line) => line[name]).filter((figure) => typeof figure === 'number')
  return told.length === 0 ? null : toNumber(told.reduce((sum, figure) => sum.plus(figure), d(0)))
}

/** Documents inside the answer of any operation: one document, a page of them, or none. */
function documentsIn(result: unknown): Filled[] {
  if (result === null || typeof result !== 'object') return []
  const page = (result as { docs?: unknown }).docs
  return (Array.isArray(page) ? page : [result]) as Filled[]
}

/**
 * Fills the quantities a kind of document reads from the books (`lineFigures`), with one read for all documents of an answer.
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
  const { lineFigures: fill, addsUp = [] } = rulesOf(slug)
  if (!fill) return
  const documents = documentsIn(result)
  const lines = documents.flatMap((doc) => doc.lines ?? []).filter((line) => typeof line?.id === 'string')
  if (lines.length === 0) return
  const progress =
    known ??
    (await lineProgressAnywhere(
      req,
      lines.map(({ id }) => id as string),
    ))
  for (const line of lines) Object.assign(line, fill(line, progress.get(line.id as string)))
  for (const doc of documents) for (const name of addsUp) if (doc.lines) doc[name] = addedUp(doc.lines, name)
}
