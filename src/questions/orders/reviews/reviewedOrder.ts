import type { PayloadRequest, Where } from 'payload'

import { businessDateOf } from '@/src/domain/kernel/instant'
import { idOf } from '@/src/domain/kernel/idOf'
import { env } from '@/src/env/env'
import { visiblePosition } from '@/src/questions/credit/creditPosition'
import { visibleMargins } from '@/src/questions/orders/orderMargin'
import { availableOf } from '@/src/questions/stock/availability'

import type { Department, DeskFile, DeskFinding, DeskOrder, Opinion } from './desk'
import { proposedIn } from './promising'
import { type FileRow, type Find, type ItemRow, type LineRow, named, type OrderRow, type ReviewRow } from './rows'

const fileOf = (row: FileRow): DeskFile => ({
  id: row.id,
  name: row.title || row.filename || String(row.id),
  url: row.url ?? '',
  thumb: row.thumbnailURL ?? null,
})

const day = (value: string | null | undefined): string | null => (value ? String(value).slice(0, 10) : null)

/** Files by id, as far as this person may read them. */
async function files(find: Find, collection: 'drawings' | 'pictures', lines: readonly LineRow[]): Promise<(line: LineRow) => DeskFile[]> {
  const idsOf = (line: LineRow): number[] =>
    (line.item && typeof line.item === 'object' ? (line.item[collection] ?? []) : []).flatMap((file) => idOf(file) ?? [])
  const wanted = [...new Set(lines.flatMap(idsOf))]
  const rows = wanted.length > 0 ? ((await find(collection, { id: { in: wanted } }, 'id', 0)) as FileRow[]) : []
  const known = new Map(rows.map((row) => [row.id, fileOf(row)]))
  return (line) => idsOf(line).flatMap((id) => known.get(id) ?? [])
}

const featuresOf = (item: ItemRow | null): string[] =>
  (item?.features ?? []).flatMap(({ key, value, unit }) => (key ? [`${key} ${value ?? ''}${unit ? ` ${unit}` : ''}`.trim()] : []))

type FileLink = { relationTo: 'drawings' | 'pictures'; value: number }

/** Files given with opinions, as `{ relationTo, value }`; anything else somebody stored there is not a file of ours. */
const linksOf = (row: ReviewRow): FileLink[] =>
  (Array.isArray(row.files) ? row.files : []).filter(
    (link: unknown): link is FileLink =>
      link !== null &&
      typeof link === 'object' &&
      ['drawings', 'pictures'].includes(String((link as FileLink).relationTo)) &&
      Number.isInteger((link as FileLink).value),
  )

async function opinionFiles(find: Find, rows: readonly ReviewRow[]): Promise<(row: ReviewRow) => DeskFile[]> {
  const known = new Map<string, DeskFile>()
  for (const slug of ['drawings', 'pictures'] as const) {
    const ids = rows.flatMap(linksOf).flatMap(({ relationTo, value }) => (relationTo === slug ? [value] : []))
    const found = ids.length > 0 ? ((await find(slug, { id: { in: ids } }, 'id', 0)) as FileRow[]) : []
    for (const row of found) known.set(`${slug} ${row.id}`, fileOf(row))
  }
  return (row) => linksOf(row).flatMap(({ relationTo, value }) => known.get(`${relationTo} ${value}`) ?? [])
}

const isFinding = (told: unknown): told is DeskFinding =>
  told !== null && typeof told === 'object' && typeof (told as Partial<DeskFinding>).message === 'string'

/** The findings stored with the order; a message taken from the reader is none. */
const findingsIn = (checks: unknown): DeskFinding[] =>
  Array.isArray(checks) ? checks.filter(isFinding).filter(({ message }) => message !== '') : []

const opinionOf = (row: ReviewRow, files: DeskFile[]): Opinion => ({
  files,
  id: row.id,
  department: row.department,
  status: row.status,
  opinion: row.opinion,
  remark: row.remark,
  reviewer: named(row.reviewer) || null,
  answeredOn: row.answeredAt ? businessDateOf({ instant: row.answeredAt, timeZone: env.TZ_BUSINESS }) : null,
  accepted: Boolean(row.conditionAccepted),
  proposed: proposedIn(row.proposals),
})

/** The order under review with its opinions, drawings, stock, credit and (to the entitled) margin; null when it is not visible. */
export async function deskOrder({
  req,
  id,
  mine,
  mayRule,
  sells,
  find,
}: {
  req: PayloadRequest
  id: number
  mine: Department[]
  mayRule: boolean
  sells: boolean
  find: Find
}): Promise<DeskOrder | null> {
  const [order] = (await find('orders', { id: { equals: id } }, 'id')) as OrderRow[]
  if (!order) return null
  const asked: Where = { and: [{ order: { equals: id } }, { change: { exists: false } }] }
  const rows = (await find('order-reviews', asked, 'id')) as ReviewRow[]
  const filesOf = await opinionFiles(find, rows)
  const opinions = rows.map((row) => opinionOf(row, filesOf(row)))
  const credit = await visiblePosition({ req, object: { kind: 'customers', id: idOf(order.customer) ?? 0 } })
  const stock = await availableOf(req, [...new Set(order.lines.flatMap((line) => idOf(line.item) ?? []))])
  const margins = await visibleMargins({ req, slug: 'orders', id })
  const [drawingsOf, picturesOf] = [await files(find, 'drawings', order.lines), await files(find, 'pictures', order.lines)]
  const { no, version, status, kind, grossTotal, currency, remark } = order
  return {
    ...{ id, no, version, status, kind, grossTotal, currency, remark, mine, mayRule, opinions },
    date: day(order.date) ?? '',
    customer: named(order.customer),
    customerId: idOf(order.customer) ?? 0,
    salesperson: named(order.salesperson),
    checks: findingsIn(order.checks),
    credit: credit ? { exposure: credit.exposure, free: credit.free ?? null } : null,
    mayAccept:
      sells &&
      ['inReview', 'awaitingRuling'].includes(status) &&
      opinions.some((row) => row.status === 'answered' && row.opinion === 'agreeWithCondition' && !row.accepted),
    lines: order.lines.map((line) => {
      const item = line.item && typeof line.item === 'object' ? line.item : null
      return {
        id: line.id,
        item: [item?.code, item?.name].filter(Boolean).join(' '),
        specification: item?.specification ?? '',
        description: line.description,
        qty: line.qty,
        unit: line.unit,
        price: line.price,
        gross: line.gross,
        promised: day(line.promised),
        schedule: (line.schedule ?? []).map((row) => ({ date: day(row.date) ?? '', qty: Number(row.qty), promised: day(row.promised) })),
        changes: line.changes ?? [],
        features: featuresOf(item),
        drawings: drawingsOf(line),
        pictures: picturesOf(line),
        available: stock.get(idOf(line.item) ?? 0) ?? null,
        ...(margins ? { margin: margins.find((entry) => entry.line === line.id)?.rate ?? null } : {}),
      }
    }),
  }
}
