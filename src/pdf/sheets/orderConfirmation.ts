import type { PayloadRequest } from 'payload'

import { businessDateOf } from '@/src/domain/kernel/businessDate'
import { idOf } from '@/src/domain/kernel/idOf'
import { textOf } from '@/src/domain/kernel/textOf'
import { sheetKinds } from '@/src/domain/text/sheetTexts'
import { sheetWords } from '@/src/domain/words/sheetWords'
import { refuse } from '@/src/engine/refusal'
import { compareRevisions, type Revision, revisionsOf } from '@/src/questions/orders/orderRevisions'

import type { Print, PrintedDocument, PrintedLine, PrintInput, Sheet } from '../sheet'
import { amount, dayOf, quantity, unitPrice } from '../shown'
import { salesSheet, salesTable, salesTotals } from './salesSheet'

const title = sheetKinds.confirmation

type Agreed = {
  revision: number
  latest: number
  at: string
  reason: string | null
  content: PrintedDocument
  before: PrintedDocument | null
}

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

const shown = {
  item: { zh: '物料', en: 'Item' },
  qty: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  price: { zh: '单价', en: 'Price' },
  discountRate: { zh: '折扣 %', en: 'Discount %' },
  taxRate: { zh: '税率 %', en: 'Tax %' },
  schedule: { zh: '交期', en: 'Delivery date' },
  promised: { zh: '承诺交期', en: 'Promised' },
  description: { zh: '说明', en: 'Description' },
  remark: { zh: '备注', en: 'Remark' },
  gross: { zh: '价税合计', en: 'Gross' },
} as const

const wholeLine = (line: PrintedLine | null): string =>
  line ? `${textOf((line['item'] as { code?: string } | null)?.code)} ${quantity(line['qty'])} × ${unitPrice(line['price'])}` : '–'

/** What this revision says differently from the one before, line by line, as the customer sees it. */
function changesTable({ content, before }: Agreed, language: Sheet['language']): Sheet['tables'][number] | null {
  if (!before) return null
  const zh = language === 'zh'
  const lineAt = (doc: PrintedDocument, at: string | undefined): PrintedLine | undefined => doc.lines?.[Number(at)]
  const said = (field: keyof typeof shown, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–'
    if (typeof value !== 'number')
      return textOf((value as { code?: string }).code ?? (/^\d{4}-/.test(textOf(value)) ? dayOf(value) : value))
    return field === 'gross' ? amount(value) : field === 'price' ? unitPrice(value) : quantity(value)
  }
  const rows = compareRevisions(before, content).flatMap(({ path, before: was, after: is }): string[][] => {
    const [list, at, name, row, part] = path.split('.')
    if (list !== 'lines') return []
    const no = String(Number(at) + 1)
    if (name === undefined)
      return [
        [
          no,
          zh ? (was ? '删除' : '新增') : was ? 'removed' : 'added',
          wholeLine(was as PrintedLine | null),
          wholeLine(is as PrintedLine | null),
        ],
      ]
    if (!Object.hasOwn(shown, name)) return []
    const field = name as keyof typeof shown
    if (field === 'schedule' && row !== undefined) {
      const label = `${shown.schedule[language]} ${String(Number(row) + 1)} ${part === 'qty' ? shown.qty[language] : ''}`.trim()
      if (part === 'id') return []
      const whole = (value: unknown): string => {
        const given = value as { date?: string; qty?: number } | null
        return part !== undefined || !given ? said('schedule', value) : `${dayOf(given.date)} × ${quantity(given.qty)}`
      }
      return [[no, label, whole(was), whole(is)]]
    }
    if (field === 'item') return [[no, shown.item[language], wholeLine(lineAt(before, at) ?? null), wholeLine(lineAt(content, at) ?? null)]]
    return [[no, shown[field][language], said(field, was), said(field, is)]]
  })
  return {
    title: zh ? '与上一版的差异' : 'Changes against the revision before',
    columns: [
      { title: zh ? '行' : 'Line', align: 'right' },
      { title: zh ? '内容' : 'What', width: 130 },
      { title: zh ? '变更前' : 'Before', width: '*' },
      { title: zh ? '变更后' : 'After', width: '*' },
    ],
    rows,
    empty: zh ? '各行无差异' : 'No line differs',
  }
}

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
      ...(old && !base.watermark ? { watermark: zh ? `已由第 ${agreed.latest} 版取代` : `REPLACED BY REV. ${agreed.latest}` } : {}),
      facts: [
        ...base.facts,
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
