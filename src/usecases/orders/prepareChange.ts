import { idOf } from '@/src/domain/kernel/idOf'
import { affectedDepartments } from '@/src/domain/orders/affectedDepartments'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import { changedPaths, type ChangeLine, lineAdded } from '@/src/domain/orders/orderChange'
import { wholeOnOneDay } from '@/src/domain/orders/schedule'
import { asksFreight } from '@/src/domain/pricing/changedFreight'
import { openChangesOf } from '@/src/ledger/facts/orderChanges'
import { lockDocumentRow } from '@/src/ledger/locks'

import type { VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { refuse } from '@/src/engine/refusal'
import { findDocument } from '@/src/engine/documents/findDocument'
import { readDocument } from '@/src/engine/documents/readDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { freightFindings } from '../pricing/freightOfDocument'
import { prepareSalesDocument } from '../pricing/prepareSalesDocument'
import { changedTaxRates } from '../pricing/taxRates'
import { judgeChange } from './judgeChange'
import { departmentsFor } from './reviews'

type ChangeDocument = Stored<'order-changes'>
type OrderDocument = Stored<'orders'>

/** The order of a change, locked and as it is now. */
export async function lockedOrder(ctx: VerbContext<ChangeDocument, unknown>, id: number): Promise<OrderDocument | null> {
  const { req } = ctx
  if (!(await lockDocumentRow({ req, slug: 'orders', id }))) return null
  return await readDocument({ req, slug: 'orders', id, overrideAccess: true })
}

async function visibleOrder({ req }: VerbContext<ChangeDocument>, id: number): Promise<boolean> {
  if (!req.user) return true
  const found = await findDocument({ req, slug: 'orders', id, overrideAccess: false })
  return Boolean(found)
}

type Said<Row> = { [Field in keyof Row]?: NonNullable<Row[Field]> }

/** The fields of a change that say something; what is empty stays as it is. */
const said = <Row extends object>(row: Row): Said<Row> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as Said<Row>

/** Prices somebody typed, and those of added lines, judged and found as on any order: rights, discounts, policies. */
async function pricedLines(ctx: VerbContext<ChangeDocument>, order: OrderDocument): Promise<{ lines: ChangeLine[]; findings: Finding[] }> {
  const lines = ctx.doc.lines
  const toPrice = lines.flatMap((change, index) => {
    if (change.remove || (change.line && change.price == null)) return []
    const from = order.lines.find(({ id }) => id === change.line)
    // the tax rates of lines that are there are judged beside
    if (from) return [{ index, line: { ...from, ...said(change), taxRate: from.taxRate, id: from.id } }]
    // a rate nobody entered comes from the item
    const taxRate = change.taxRate ?? undefined
    return change.item ? [{ index, line: { ...lineAdded(change, change.item, change.qty ?? 0), taxRate } }] : []
  })
  if (toPrice.length === 0) return { lines, findings: [] }
  const prepared = await prepareSalesDocument({
    ctx: { ...ctx, stored: order, doc: { ...order, headerDiscount: 0, lines: toPrice.map(({ line }) => line) } },
    priced: true,
  })
  const at = (path: string | undefined): string | undefined =>
    path?.replace(/^lines\.(\d+)/, (_all, place: string) => `lines.${toPrice[Number(place)]?.index ?? place}`)
  const findings = prepared.findings.map((finding) => ({ ...finding, ...(finding.path ? { path: at(finding.path) as string } : {}) }))
  const found = (prepared.doc as OrderDocument).lines
  return {
    findings,
    lines: lines.map((change, index) => {
      const place = toPrice.findIndex((entry) => entry.index === index)
      const line = place < 0 ? undefined : found[place]
      if (!line || change.line) return change
      const { price, unit, taxRate, discountRate, description } = line
      return { ...change, price, unit, taxRate, discountRate: discountRate ?? 0, description: description ?? null }
    }),
  }
}

/** Completes and validates a change as entered: against its order as it is now, one open change per order, which departments look at it. */
export async function prepareChange(ctx: VerbContext<ChangeDocument>): Promise<{ doc: ChangeDocument; findings: Finding[] }> {
  const { req, stored, settings } = ctx
  const id = stored ? stored.order : idOf(ctx.doc.order)
  const order = id !== null && (await visibleOrder(ctx, id)) ? await lockedOrder(ctx, id) : null
  if (!order) return { doc: ctx.doc, findings: [invalid('order', 'order', id, 'an approved order')] }
  if (order.status !== 'approved')
    refuse(req, {
      code: 'ILLEGAL_STEP',
      about: 'orders',
      facts: { document: order.no, status: order.status, verb: 'create-change', allowed: [] },
    })
  const [open] = await openChangesOf({ req, order: order.id, except: stored?.id ?? 0 })
  if (open) refuse(req, { code: 'OPEN_CHANGE_EXISTS', facts: { order: order.no, change: open.no } })
  // an added line leaves from where the whole order does
  const [warehouse, ...others] = [...new Set(order.lines.map((line) => line.warehouse))]
  const entered = (Array.isArray(ctx.doc.lines) ? ctx.doc.lines : []).map((line) => ({
    ...line,
    item: idOf(line.item),
    warehouse: idOf(line.warehouse) ?? (line.line || others.length > 0 ? null : (warehouse ?? null)),
    remove: Boolean(line.remove),
    ...(line.schedule
      ? { schedule: wholeOnOneDay(line.schedule, line.qty ?? order.lines.find(({ id: of }) => of === line.line)?.qty) }
      : {}),
  }))
  const reason = String(ctx.doc.reason ?? '').trim()
  const doc: ChangeDocument = {
    ...ctx.doc,
    order: order.id,
    reason,
    customer: order.customer,
    salesperson: order.salesperson,
    department: order.department,
    reviewStatus: 'none',
    lines: entered,
  }
  if (!reason) return { doc, findings: [invalid('reason', 'reason', '', 'why the order changes')] }
  const wrong = freightFindings(doc)
  if (wrong.length > 0) return { doc, findings: wrong }
  if (entered.length === 0 && !asksFreight(order, doc))
    return { doc, findings: [invalid('lines', 'lines', null, 'a line, or another freight')] }
  const priced = await pricedLines({ ...ctx, doc }, order)
  const findings = errorsIn([...priced.findings, ...(await changedTaxRates({ ctx, order, changes: entered }))])
  if (findings.length > 0) return { doc, findings }
  const judged = await judgeChange({ ctx: { ...ctx, doc: order, stored: order }, order, change: { ...doc, lines: priced.lines } })
  const affected = affectedDepartments(changedPaths(judged.differences))
  const required = settings.orders.reviewRequired ? departmentsFor(judged.doc, settings) : []
  return {
    doc: {
      ...doc,
      lines: priced.lines,
      differences: judged.differences,
      departments: required.filter((department) => affected.includes(department)),
      grossBefore: order.grossTotal,
      grossAfter: judged.doc.grossTotal,
    },
    findings: judged.findings,
  }
}
