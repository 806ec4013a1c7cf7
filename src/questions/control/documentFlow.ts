import type { PayloadRequest } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { businessDateOf } from '@/src/domain/kernel/instant'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { personOf } from '@/src/access/roles'
import { maySee } from '@/src/domain/people/sight'
import { labelOf } from '@/src/domain/messages/labels'
import { statusWord } from '@/src/domain/words/statusWords'
import type { Language } from '@/src/domain/words/words'
import { linkedDocuments, type LinkHop } from '@/src/ledger/facts/linkedDocuments'
import { kindsInOrder } from '@/src/ledger/kinds'
import { hasFlow } from '@/src/engine/define'
import { languageOf } from '@/src/engine/refusal'
import { findRecords, type FoundRecord } from '@/src/engine/documents/findRecords'
import { env } from '@/src/env/env'
import '@/src/usecases'

export type FlowNode = {
  slug: string
  id: number
  no: string
  status: string
  title: string
  statusLabel: string
  date: string | null
  amount: number | null
}
export type FlowEdge = {
  from: { slug: string; id: number }
  to: { slug: string; id: number }
  /** The line of the later document, or null where documents as a whole are tied (a receipt to its invoice). */
  line: string | null
  fromLine: string | null
  item: string | null
  qty: number | null
  amount: number | null
}

const wordIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const amountIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)

const dayIn = (instant: unknown): string | null =>
  typeof instant === 'string' ? businessDateOf({ instant, timeZone: env.TZ_BUSINESS }) : null

const headerOf = (record: FoundRecord) => ({
  id: record.id,
  no: wordIn(record['no']),
  status: wordIn(record['status']) ?? '',
  date: wordIn(record['date']) ?? dayIn(record['answeredAt']),
  amount: amountIn(record['grossTotal']) ?? amountIn(record['amount']),
  department: wordIn(record['department']),
  opinion: wordIn(record['opinion']),
})
type Header = ReturnType<typeof headerOf>

/** What has no number of its own is called by the department that speaks. */
const shownFields = (slug: string): readonly string[] =>
  slug === 'order-reviews' ? ['status', 'department', 'opinion', 'answeredAt'] : ['no', 'status', 'date', 'grossTotal', 'amount']

/** The status in words; of an opinion that was given, what it says. */
const spokenStatus = (slug: string, { status, opinion }: Header, language: Language): string =>
  slug === 'order-reviews' && status === 'answered' && opinion ? labelOf(opinion, language) : (statusWord(slug, status, language) ?? '')

/** The documents of a chain that this person may read, with their own rights; the others are as if they were not there. */
async function visibleNodes(req: PayloadRequest, ends: ReadonlyArray<{ slug: string; id: number }>): Promise<FlowNode[]> {
  const language = languageOf(req)
  const nodes: FlowNode[] = []
  for (const slug of kindsInOrder().filter(hasFlow)) {
    const label = req.payload.collections[slug as 'orders']?.config.labels.singular as Partial<Record<string, string>> | string | undefined
    const title = typeof label === 'object' ? (label[language] ?? slug) : (label ?? slug)
    const ids = [...new Set(ends.filter((end) => end.slug === slug).map(({ id }) => id))]
    if (ids.length === 0) continue
    const records = await findRecords({
      req,
      slug,
      where: { id: { in: ids } },
      fields: shownFields(slug),
      sort: 'id',
      overrideAccess: false,
    })
    for (const doc of records.map(headerOf))
      nodes.push({
        slug,
        id: doc.id,
        no: doc.no ?? labelOf(doc.department ?? '', language),
        status: doc.status === 'answered' ? (doc.opinion ?? doc.status) : doc.status,
        title,
        statusLabel: spokenStatus(slug, doc, language),
        date: doc.date,
        amount: doc.amount,
      })
  }
  return nodes
}

async function itemNames(req: PayloadRequest, hops: readonly LinkHop[]): Promise<Map<number, string>> {
  const ids = [...new Set(hops.flatMap(({ item }) => (item === null ? [] : [item])))]
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'items',
    where: { id: { in: ids } },
    select: { code: true, name: true },
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return new Map(docs.map((item) => [item.id, `${item.code} ${item.name}`]))
}

const figure = (value: string | null): number | null => (value === null ? null : toNumber(d(value)))

/** The chain of one document as a graph; null when this person may not read the document. Quantities in the unit of the later line. */
export async function documentFlow({
  req,
  slug,
  id,
}: {
  req: PayloadRequest
  slug: string
  id: number
}): Promise<{ nodes: FlowNode[]; edges: FlowEdge[] } | null> {
  const hops = await inTransaction(req, () => linkedDocuments({ req, slug, id }))
  const nodes = await visibleNodes(req, [{ slug, id }, ...hops.flatMap(({ from, to }) => [from, to])])
  const seen = new Set(nodes.map((node) => `${node.slug}/${node.id}`))
  if (!seen.has(`${slug}/${id}`)) return null
  const shown = hops.filter(({ from, to }) => seen.has(`${from.slug}/${from.id}`) && seen.has(`${to.slug}/${to.id}`))
  const items = await itemNames(req, shown)
  const priced = maySee(personOf(req.user), 'price')
  return {
    nodes,
    edges: shown.map(({ from, to, item, qty, amount }) => ({
      from: { slug: from.slug, id: from.id },
      to: { slug: to.slug, id: to.id },
      line: to.line,
      fromLine: from.line,
      item: item === null ? null : (items.get(item) ?? null),
      qty: figure(qty),
      amount: priced ? figure(amount) : null,
    })),
  }
}
