import { firstInOrder, type RowOrder } from './rowOrder'
import type { OpenReport } from './runReport'

/** Rows handed on at a time. */
const PORTION = 1000

/**
 * An open report with all of its rows (or the first `limit`) in an order. Groups do not stand together any more, so nothing folds. The rows are held all at a time: for
 * reports one waits for.
 */
export async function inOrder(open: OpenReport, order: RowOrder, limit?: number): Promise<OpenReport> {
  const { foldBy: _foldBy, ...rest } = open
  const rows = await firstInOrder(open.batches, order, limit)
  async function* batches() {
    for (let at = 0; at < rows.length; at += PORTION) yield await Promise.resolve(rows.slice(at, at + PORTION))
  }
  return { ...rest, batches: batches() }
}
