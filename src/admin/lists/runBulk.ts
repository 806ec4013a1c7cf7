import { ask, askBytes, type Reply } from '@/src/admin/request/ask'
import { refusalsIn } from '@/src/admin/request/refusals'
import type { ListRow } from '@/src/domain/lists/column'

/** What is done to each of several records, one after the other, so that each has its own answer. */
export type BulkDeed =
  | { kind: 'verb'; name: string; label: string }
  | { kind: 'print' | 'mail'; name: string; label: string }
  | { kind: 'assign'; label: string; salesperson: number; note?: string; withOpen?: boolean }

export type BulkResult = { id: number; title: string; state: 'waiting' | 'done' | 'refused'; told: string[] }

type Outcome = Pick<BulkResult, 'state' | 'told'>
type BulkAnswer = { results?: Array<{ ok: boolean; errors?: unknown; warnings?: Array<{ message: string }> }> }

const texts = (told: ReadonlyArray<{ message: string }>): string[] => told.map(({ message }) => message)

/** The sheet as a file of its own, named like its document. */
async function print(address: string, name: string, signal: AbortSignal): Promise<Outcome> {
  const bytes = await askBytes(address, signal)
  if (!bytes) return { state: 'refused', told: [] }
  const file = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  Object.assign(document.createElement('a'), { href: file, download: `${name}.pdf` }).click()
  URL.revokeObjectURL(file)
  return { state: 'done', told: [] }
}

type One = { slug: string; row: ListRow; deed: BulkDeed; language: string; key: string; signal: AbortSignal }

async function doOne({ slug, row, deed, language, key, signal }: One): Promise<Outcome> {
  const record = `/api/${slug}/${String(row.id)}`
  if (deed.kind === 'print') return print(`${record}/print?language=${language}&name=${deed.name}`, row.title, signal)
  const asking = { language, key: `${key}-${String(row.id)}`, waits: true }
  const reply: Reply<BulkAnswer> =
    deed.kind === 'verb'
      ? await ask(`/api/${slug}/bulk/${deed.name}`, { ...asking, send: { ids: [row.id] } })
      : deed.kind === 'assign'
        ? await ask(`${record}?depth=0`, { ...asking, method: 'PATCH', send: { salesperson: deed.salesperson } })
        : await ask(`${record}/mail`, { ...asking, send: { name: deed.name } })
  if (!reply.ok) return { state: 'refused', told: texts(reply.refusals) }
  const one = reply.body.results?.[0]
  if (one && !one.ok) return { state: 'refused', told: texts(refusalsIn(one, '')) }
  return { state: 'done', told: texts(one?.warnings ?? []) }
}

/** Customers are handed over together, with what was said to it: all of them or none. */
async function handOver({
  rows,
  deed,
  language,
  tell,
}: {
  rows: readonly ListRow[]
  deed: BulkDeed & { kind: 'assign' }
  language: string
  tell: (result: BulkResult) => void
}): Promise<void> {
  const { salesperson: to, note, withOpen } = deed
  const send = { ids: rows.map(({ id }) => id), to, note, withOpen }
  const reply = await ask('/api/customers/hand-over', { language, key: crypto.randomUUID(), waits: true, send })
  const told = reply.ok ? [] : texts(reply.refusals)
  for (const { id, title } of rows) tell({ id, title, state: reply.ok ? 'done' : 'refused', told })
}

/** Runs through the records and tells after each how it went. `signal` stops before the next one; what is done stays done. */
export async function runBulk({
  slug,
  rows,
  deed,
  language,
  signal,
  tell,
}: {
  slug: string
  rows: readonly ListRow[]
  deed: BulkDeed
  language: string
  signal: AbortSignal
  tell: (result: BulkResult) => void
}): Promise<void> {
  if (deed.kind === 'assign' && slug === 'customers') return handOver({ rows, deed, language, tell })
  const key = crypto.randomUUID()
  for (const row of rows) {
    if (signal.aborted) return
    const result = await doOne({ slug, row, deed, language, key, signal }).catch((error: unknown) => ({
      state: 'refused' as const,
      told: [String(error)],
    }))
    tell({ id: row.id, title: row.title, ...result })
  }
}
