import type { PayloadRequest } from 'payload'

import type { Progress } from '@/src/domain/kernel/contributions'
import { lineProgressAnywhere } from '@/src/ledger/facts/progress'

import { rulesOf } from './define'
import type { FiguredLine } from './document'

type Filled = { lines?: FiguredLine[] | null }

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
  const fill = rulesOf(slug).lineFigures
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
