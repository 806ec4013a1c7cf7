import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { toNumber } from '../kernel/money'
import type { AskedFreight } from '../pricing/changedFreight'

import type { ChangeStatus } from './changeSteps'
import type { Order, OrderLine, ReviewStatus, Supply } from './order'
import { decideSchedule, isLeft, type ScheduleRow } from './schedule'

/** One line of a change: what an order line becomes (`line`), that it goes (`remove`), or a line that is added (`item`, `qty`). */
export type ChangeLine = {
  id: string
  line?: string | null
  item?: number | null
  qty?: number | null
  unit?: string | null
  price?: number | null
  discountRate?: number | null
  taxRate?: number | null
  warehouse?: number | null
  description?: string | null
  remark?: string | null
  /** where the pieces of an added line of a sample order come from */
  supply?: Supply | null
  /** an added line that costs nothing */
  free?: boolean | null
  schedule?: OrderLine['schedule']
  remove?: boolean | null
}

export type FieldDifference = { line: string; item: number | null; field: string; before: unknown; after: unknown }

export type OrderChange = AskedFreight & {
  id: number
  no: string
  date: string
  version: number
  preparedBy: number | null
  status: ChangeStatus
  order: number
  customer: number
  salesperson: number | null
  department: number | null
  reason: string
  reviewStatus?: ReviewStatus | null
  departments?: string[] | null
  differences?: FieldDifference[] | null
  lines: ChangeLine[]
}

/** What has happened to an order line, as far as a change must respect it. */
export type Processed = { delivered?: Numeric; replaced?: Numeric; invoiced?: Numeric; invoicing?: Numeric }

const changeable = ['item', 'qty', 'unit', 'price', 'discountRate', 'taxRate', 'warehouse', 'description', 'remark', 'schedule'] as const
/** Fixed once goods have left: what was delivered is this item in this unit. */
const fixedAfterDelivery: ReadonlySet<string> = new Set(['item', 'unit'])
/** Fixed once everything is invoiced; before, they apply to what is not. */
const priced: ReadonlySet<string> = new Set(['price', 'discountRate', 'taxRate'])

const plainSchedule = (rows: readonly ScheduleRow[] | null | undefined) =>
  (rows ?? []).map(({ date, qty, promised }) => ({ date: String(date).slice(0, 10), qty: toNumber(d(qty)), promised: promised ?? null }))
const plain = (field: string, value: unknown): unknown => (field === 'schedule' ? plainSchedule(value as ScheduleRow[]) : (value ?? null))

type Changed = { lines: OrderLine[]; differences: FieldDifference[]; findings: Finding[]; touched: string[]; priceChanged: string[] }

/**
 * What the order's lines become by a change, judged on the figures given (订单变更): quantity not below what is delivered or invoiced,
 * item and unit fixed after the first delivery, a touched line stays, a new price only where something is not invoiced yet, delivery dates
 * that add up. `touched` are the lines whose deliveries in draft no longer agree with the order.
 */
export function changeLines({
  order,
  changes,
  processed,
  named,
  besides = false,
}: {
  order: Pick<Order, 'no' | 'lines'>
  changes: readonly ChangeLine[]
  processed: ReadonlyMap<string, Processed>
  named: ReadonlySet<string> // lines that some delivery, return or invoice names
  besides?: boolean // the change says something of the whole order as well
}): Changed {
  const result: Changed = { lines: [...order.lines], differences: [], findings: [], touched: [], priceChanged: [] }
  const seen = new Set<string>()
  changes.forEach((change, index) => {
    const path = `lines.${index}`
    const wrong = (field: string, value: unknown, accepted: string): void =>
      void result.findings.push({
        code: 'INVALID_INPUT',
        severity: 'error',
        path: `${path}.${field}`,
        facts: { field, value: value ?? null, accepted },
      })
    if (!change.line) return addLine({ result, change, path, wrong })
    const at = result.lines.findIndex(({ id }) => id === change.line)
    const line = result.lines[at]
    if (!line || seen.has(change.line)) return wrong('line', change.line, `a line of ${order.no}, once`)
    seen.add(change.line)
    const done = processed.get(line.id) ?? {}
    const supplied = d(done.delivered ?? 0).minus(d(done.replaced ?? 0))
    const invoiced = d(done.invoiced ?? 0).plus(d(done.invoicing ?? 0))
    const least = Decimal.max(supplied, invoiced)
    const below = (field: string, value: unknown, more: Record<string, unknown> = {}): void =>
      void result.findings.push({
        code: 'BELOW_PROCESSED',
        severity: 'error',
        path: `${path}.${field}`,
        facts: { item: line.item, line: line.id, field, qty: value, delivered: toNumber(supplied), invoiced: toNumber(invoiced), ...more },
        remedy: { action: 'keepProcessed', facts: { qty: toNumber(least) } },
      })
    if (change.remove) {
      if (least.gt(0) || named.has(line.id)) return below('remove', 0)
      if (result.lines.length === 1) return wrong('remove', true, 'at least one line')
      result.lines.splice(at, 1)
      result.differences.push({
        line: line.id,
        item: line.item,
        field: 'line',
        before: { item: line.item, qty: line.qty, price: line.price },
        after: null,
      })
      return
    }
    const next: OrderLine = { ...line }
    for (const field of changeable) {
      if (isLeft(change[field])) continue
      const [before, after] = [plain(field, line[field]), plain(field, change[field])]
      if (JSON.stringify(before) === JSON.stringify(after)) continue
      if (fixedAfterDelivery.has(field) && (least.gt(0) || named.has(line.id))) {
        below(field, after)
        continue
      }
      if (priced.has(field) && invoiced.gt(0) && invoiced.gte(d(change.qty ?? line.qty))) {
        result.findings.push({
          code: 'PRICE_LOCKED',
          severity: 'error',
          path: `${path}.${field}`,
          facts: { item: line.item, field, invoiced: toNumber(invoiced) },
          remedy: { action: 'creditNote' },
        })
        continue
      }
      result.differences.push({ line: line.id, item: line.item, field, before, after })
      Object.assign(next, { [field]: field === 'schedule' ? plainSchedule(change.schedule) : change[field] })
      if (field === 'price') next.priceSource = 'manual'
      if (priced.has(field)) result.priceChanged.push(line.id)
    }
    if (!(d(next.qty).gt(0) && d(next.qty).decimalPlaces() <= 4)) return wrong('qty', change.qty, '> 0, ≤ 4 decimals')
    if (d(next.qty).lt(least)) below('qty', toNumber(d(next.qty)), { minimumQty: toNumber(least) })
    else if (d(line.closedQty ?? 0).gt(0) && !d(next.qty).eq(d(line.qty))) wrong('qty', change.qty, `reopen the line first`)
    if (!d(next.qty).eq(d(line.qty)) && isLeft(change.schedule) && next.schedule?.length === 1)
      next.schedule = next.schedule.map((row) => ({ ...row, qty: toNumber(d(next.qty)) }))
    result.findings.push(...decideSchedule({ index, qty: next.qty, schedule: next.schedule ?? null }))
    result.lines[at] = next
    result.touched.push(line.id)
  })
  if (!besides && result.findings.length === 0 && result.differences.length === 0) {
    const facts = { field: 'lines', value: null, accepted: 'something that differs from the order' }
    result.findings.push({ code: 'INVALID_INPUT', severity: 'error', path: 'lines', facts })
  }
  return result
}

const uncounted = { stockQty: 0, net: 0, tax: 0, gross: 0, baseNet: 0, baseTax: 0, baseGross: 0, netPrice: 0, grossPrice: 0 }

/** The order line a change adds, before it is priced and counted. */
export function lineAdded(change: ChangeLine, item: number, qty: number): OrderLine {
  const { line: _line, remove: _remove, ...given } = change
  return { ...uncounted, ...given, item, qty, unit: change.unit ?? '', price: change.price ?? null, warehouse: change.warehouse ?? null }
}

function addLine({
  result,
  change,
  path,
  wrong,
}: {
  result: Changed
  change: ChangeLine
  path: string
  wrong: (field: string, value: unknown, accepted: string) => void
}): void {
  if (!change.item) return wrong('item', change.item, 'a line of the order, or an item')
  if (!change.qty || !d(change.qty).gt(0) || d(change.qty).decimalPlaces() > 4) return wrong('qty', change.qty, '> 0, ≤ 4 decimals')
  result.findings.push(...decideSchedule({ index: Number(path.split('.')[1]), qty: change.qty, schedule: change.schedule ?? null }))
  const id = change.id
  result.lines.push({ ...lineAdded(change, change.item, change.qty), schedule: plainSchedule(change.schedule) })
  result.differences.push({
    line: id,
    item: change.item,
    field: 'line',
    before: null,
    after: { item: change.item, qty: change.qty, price: change.price ?? null },
  })
}

/** The paths a change touches, in the form the review rules read (`lines.0.price`, a whole line `lines.0`). */
export const changedPaths = (differences: readonly FieldDifference[]): string[] =>
  differences.map(({ field }) => (field === 'line' ? 'lines.0' : `lines.0.${field}`))
