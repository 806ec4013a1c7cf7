import type { PayloadRequest } from 'payload'

import { businessDateOf } from '@/src/domain/kernel/instant'
import { idOf } from '@/src/domain/kernel/idOf'
import { sheetKinds } from '@/src/domain/text/sheetTexts'
import { sheetWords } from '@/src/domain/words/sheetWords'
import { refuse } from '@/src/engine/refusal'
import { type Revision, revisionsOf } from '@/src/questions/orders/orderRevisions'

import type { Print, PrintedDocument, PrintInput } from '../sheet'
import { type AgreedContent, changesTable } from './revisionChanges'
import { chosenTitleFacts, salesSheet, salesTable, salesTotals } from './salesSheet'

const title = sheetKinds.confirmation

type Agreed = AgreedContent & { revision: number; latest: number; at: string; reason: string | null }

/** The items of a stored revision as this person may read them: it keeps their ids only, and may hold items the order has no more. */
async function withItems(req: PayloadRequest, content: unknown): Promise<PrintedDocument> {
  const doc = content as PrintedDocument
  const lines = doc.lines ?? []
  const { docs } = await req.payload.find({
    collection: 'items',
    where: { id: { in: [...new Set(lines.flatMap((line) => idOf(line['item']) ?? []))] } },
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const items = new Map(docs.map((item) => [item.id, item]))
  return { ...doc, lines: lines.map((line) => ({ ...line, item: items.get(idOf(line['item']) ?? 0) ?? null })) }
}

/** With `?revision=2` the order as it was agreed in that revision; without, as it is now. */
async function agreedIn({
  req,
  doc,
  query,
}: {
  req: PayloadRequest
  doc: PrintedDocument
  query: URLSearchParams
}): Promise<Record<string, unknown>> {
  const asked = query.get('revision')
  if (!asked) return {}
  const known: Revision[] = await revisionsOf({ req, order: doc })
  const at = known.findIndex(({ revision }) => String(revision) === asked)
  const found = known[at]
  if (!found) {
    const accepted = known.map(({ revision }) => revision).join(', ')
    return refuse(req, { code: 'INVALID_INPUT', path: 'revision', facts: { field: 'revision', value: asked, accepted } })
  }
  const agreed: Agreed = {
    revision: found.revision,
    latest: known.at(-1)?.revision ?? found.revision,
    at: found.at,
    reason: found.reason ?? null,
    content: await withItems(req, found.content),
    before: at > 0 ? await withItems(req, known[at - 1]?.content) : null,
  }
  return { agreed }
}

const carried = [
  'date',
  'currency',
  'taxMode',
  'deliveryAddress',
  'headerDiscount',
  'freight',
  'freightNet',
  'freightTax',
  'netTotal',
  'taxTotal',
  'grossTotal',
  'remark',
  'lines',
]

/** 订单确认书: what was ordered, at which price, for which dates; any revision of it, and what that one changed. */
export const orderConfirmation: Print = {
  slug: 'orders',
  name: 'confirmation',
  title,
  kinds: ['confirmation'],
  kind: () => 'confirmation',
  mailTo: 'customer',
  load: agreedIn,
  sheet: (input) => {
    const zh = input.language === 'zh'
    const agreed = input.related['agreed'] as Agreed | undefined
    const kept = agreed ? Object.fromEntries(carried.map((field) => [field, agreed.content[field]])) : {}
    const doc: PrintInput['doc'] = { ...input.doc, ...kept, ...(agreed ? { revision: agreed.revision } : {}) }
    const now = { ...input, doc }
    const base = salesSheet(now, title)
    const old = agreed && agreed.revision < agreed.latest
    const changes = agreed ? changesTable(agreed, input.language) : null
    const revision = Number(doc['revision'] ?? 1)
    return {
      ...base,
      ...(old ? { watermark: zh ? `已由第 ${agreed.latest} 版取代` : `REPLACED BY REV. ${agreed.latest}` } : {}),
      facts: [
        ...base.facts,
        ...chosenTitleFacts(now),
        ...(revision > 1 || agreed ? [[sheetWords[input.language].revision, String(revision)] as [string, string]] : []),
        ...(agreed?.at
          ? [
              [
                zh ? '生效时间' : 'In force since',
                businessDateOf({ instant: agreed.at, timeZone: process.env['TZ_BUSINESS'] || 'Asia/Shanghai' }),
              ] as [string, string],
            ]
          : []),
      ],
      tables: changes
        ? [changes, { ...salesTable(now, ['due', 'money']), title: zh ? '订单明细' : 'The order as it is now agreed' }]
        : [salesTable(now, ['due', 'money'])],
      totals: salesTotals(now),
      notes: [...(base.notes ?? []), ...(agreed?.reason ? [{ title: zh ? '变更原因' : 'Reason of the change', text: agreed.reason }] : [])],
      signatures: zh ? ['供方', '需方确认'] : ['Seller', 'Confirmed by the customer'],
    }
  },
}
