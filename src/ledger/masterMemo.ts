import type { PayloadRequest } from 'payload'

import { txOf } from '@/src/db/transaction'

/*
 * What a transaction has read of master records, so that the rules of one save do not read the same customer or item four
 * times. It hangs on the transaction itself: another request, or the next transaction of a bulk call, begins with nothing.
 */
type Memo = Map<string, unknown>
const memos = new WeakMap<object, Memo>()

async function memoOf(req: PayloadRequest): Promise<Memo> {
  const tx = await txOf(req)
  const known = memos.get(tx)
  if (known) return known
  const memo: Memo = new Map()
  memos.set(tx, memo)
  return memo
}

/** Rows of master records by key: reads only those this transaction has not read; the rows are copies the caller may keep. */
export async function rememberedRows<Key, Row extends object>({
  req,
  kind,
  keys,
  read,
}: {
  req: PayloadRequest
  kind: string
  keys: readonly Key[]
  read: (missing: readonly Key[]) => Promise<ReadonlyMap<Key, Row>>
}): Promise<Map<Key, Row>> {
  const memo = await memoOf(req)
  const rows = (memo.get(kind) ?? new Map<Key, Row>()) as Map<Key, Row>
  const wanted = [...new Set(keys)]
  const missing = wanted.filter((key) => !rows.has(key))
  if (missing.length > 0) {
    const found = await read(missing)
    memo.set(kind, new Map([...((memo.get(kind) as Map<Key, Row> | undefined) ?? rows), ...found]))
    for (const [key, row] of found) rows.set(key, row)
  }
  return new Map(wanted.flatMap((key) => (rows.has(key) ? [[key, { ...(rows.get(key) as Row) }] as const] : [])))
}

/** Keeps rows that came along with another question. Outside a transaction there is nothing to keep them for. */
export async function rememberRows<Key, Row extends object>(req: PayloadRequest, kind: string, rows: ReadonlyMap<Key, Row>): Promise<void> {
  if (await req.transactionID) (await memoOf(req)).set(kind, new Map(rows))
}

/** Forgets one kind: items when their lock is taken or their stock moves, since their cost is read with them. */
export async function forgetKind(req: PayloadRequest, kind: string): Promise<void> {
  memos.get(await txOf(req))?.delete(kind)
}

/** Forgets everything: a master record was written in this transaction. Without one there is nothing to forget. */
export async function forgetMasterRows(req: PayloadRequest): Promise<void> {
  if (await req.transactionID) memos.get(await txOf(req))?.clear()
}
