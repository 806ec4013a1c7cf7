import { creditOf } from '@/src/domain/fulfilment/decideReturn'
import { decideReturnDate } from '@/src/domain/fulfilment/decideReturnDate'
import type { DeliveryLine } from '@/src/domain/fulfilment/delivery'
import { leftPrice } from '@/src/domain/fulfilment/leftPrice'
import { type ReturnDocument, returnKinds, type ReturnLine } from '@/src/domain/fulfilment/return'
import { alsoTaken, nothingTaken, type Taken } from '@/src/domain/fulfilment/shareOf'
import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { toNumber } from '@/src/domain/kernel/money'
import { warehouseFacts } from '@/src/ledger/facts/stock'
import type { ReturnedShare } from '@/src/ledger/facts/returns'

import type { Prepared, VerbContext } from '@/src/engine/document'
import { invalid, quantityFindings } from '@/src/engine/inputFindings'
import type { Stored } from '@/src/engine/documents/stored'
import { carriedHeader, commonHeader } from './carriedHeader'
import { returnFindings, type ReturnSources, returnSources } from './returnSources'

type ReturnEntered = Stored<'returns'>
/** Completes and validates a return as entered: everything but quantity and price comes from the delivery lines it names. */
export async function prepareReturn(ctx: VerbContext<ReturnEntered>): Promise<Prepared<ReturnEntered>> {
  const entered = Array.isArray(ctx.doc.lines) ? ctx.doc.lines : []
  const lines = entered.map((line) => ({ ...line, deliveryLine: String(line.deliveryLine ?? ''), warehouse: idOf(line.warehouse) }))
  const doc = { ...ctx.doc, kind: ctx.doc.kind ?? 'refund', date: String(ctx.doc.date).slice(0, 10), headerDiscount: 0, lines }
  const findings = quantityFindings(lines)
  if (!returnKinds.includes(doc.kind)) findings.push(invalid('kind', 'kind', doc.kind, returnKinds.join(', ')))
  if (!isBusinessDate(doc.date)) findings.push(invalid('date', 'date', ctx.doc.date, 'YYYY-MM-DD'))
  findings.push(...lines.flatMap((line, index) => priceFindings(doc.kind, line, index)))
  const before = ctx.stored ? String(ctx.stored.date).slice(0, 10) : null
  findings.push(...decideReturnDate({ date: doc.date, before, today: ctx.now.date, roles: ctx.actor?.roles ?? null }))
  if (findings.length > 0) return { doc, findings, incomplete: true }
  const found = await returnSources({ req: ctx.req, doc, entered: true })
  findings.push(...(await returnFindings(ctx, doc, found, 'create-return')), ...sameHeader(doc, found.sources))
  if (errorsIn(findings).length > 0) return { doc, findings, incomplete: true }
  const completed = await withCredits(ctx, doc, found)
  findings.push(...completed.lines.flatMap((line, index) => differenceFindings({ kind: completed.kind, line, index, found })))
  return { doc: completed, findings }
}

function priceFindings(kind: ReturnDocument['kind'], line: ReturnLine, index: number): Finding[] {
  const at = `lines.${index}.price`
  const { price } = line
  if (price === null || price === undefined) return kind === 'priceOnly' ? [invalid(at, 'price', null, 'the new price')] : []
  if (typeof price !== 'number' || !Number.isFinite(price) || price < 0 || price > 1e9) return [invalid(at, 'price', price, '≥ 0')]
  return d(price).decimalPlaces() > 6 ? [invalid(at, 'price', price, '≤ 6 decimals')] : []
}

type Found = { sources: ReturnSources; taken: ReadonlyMap<string, ReturnedShare> }

/** A price-only return that gives nothing back is a mistake. */
function differenceFindings({
  kind,
  line,
  index,
  found,
}: {
  kind: ReturnDocument['kind']
  line: ReturnLine
  index: number
  found: Found
}): Finding[] {
  const source = found.sources.get(line.deliveryLine)
  if (kind !== 'priceOnly' || line.gross > 0 || line.free || !source) return []
  const before = found.taken.get(line.deliveryLine)
  const lowered = { gross: before?.loweredGross ?? 0, net: before?.loweredNet ?? 0 }
  const { discountRate = 0 } = source.line
  const left = leftPrice({ line: source.line, qty: line.qty, lowered, mode: source.doc.taxMode, discountRate })
  return [invalid(`lines.${index}.price`, 'price', line.price, `< ${left}`)]
}

/** All lines come from deliveries to one customer in one currency, rate and tax mode. */
function sameHeader(doc: ReturnEntered, sources: ReturnSources): Finding[] {
  const [first] = sources.values()
  const customer = idOf(doc.customer)
  if (first && customer !== null && customer !== first.doc.customer)
    return [invalid('customer', 'customer', customer, `the customer of ${first.doc.no}`)]
  return doc.lines.flatMap(({ deliveryLine }, index): Finding[] => {
    const other = sources.get(deliveryLine)?.doc
    if (!first || !other) return []
    const differs = commonHeader.find((field) => other[field] !== first.doc[field])
    return differs ? [invalid(`lines.${index}.deliveryLine`, differs, other[differs], String(first.doc[differs]))] : []
  })
}

const takenOf = (share: ReturnedShare | undefined): Taken => (share ? { ...share, qty: share.refunded } : nothingTaken)

async function withCredits(
  ctx: VerbContext<ReturnEntered>,
  doc: ReturnEntered,
  { sources, taken }: { sources: ReturnSources; taken: ReadonlyMap<string, ReturnedShare> },
): Promise<ReturnEntered> {
  const own = new Map<string, Taken>()
  const into = await returnWarehouse(ctx)
  const warehouses = await warehouseFacts(ctx.req)
  const forGoods = (id: number | null): boolean => ['goods', 'sample'].includes(id === null ? '' : (warehouses.get(id)?.kind ?? ''))
  const lines = doc.lines.map((line): ReturnLine => {
    const source = sources.get(line.deliveryLine)
    if (!source) return line
    const from: DeliveryLine = source.line
    const before = own.get(from.id) ?? takenOf(taken.get(from.id))
    const share = taken.get(from.id)
    const free = Boolean(from.free)
    const credit = creditOf({
      kind: doc.kind,
      line: from,
      qty: line.qty,
      price: line.price ?? null,
      originalPrice: from.price,
      taken: before,
      alreadyLowered: { gross: share?.loweredGross ?? 0, net: share?.loweredNet ?? 0 },
      terms: {
        mode: source.doc.taxMode,
        taxRate: from.taxRate ?? null,
        discountRate: from.discountRate ?? 0,
        exchangeRate: source.doc.exchangeRate,
        free,
        unshared: d(from.replacementQty ?? 0).gt(0),
      },
    })
    own.set(from.id, alsoTaken(before, line.qty, credit))
    const named = line.warehouse && line.warehouse !== from.warehouse ? line.warehouse : null
    const warehouse = named ?? into ?? from.warehouse
    return {
      ...line,
      item: from.item,
      description: line.description || from.description || null,
      qty: Number(line.qty),
      unit: from.unit,
      price: line.price ?? from.price,
      originalPrice: from.price,
      priceSource: 'auto',
      discountRate: from.discountRate ?? 0,
      taxRate: from.taxRate,
      free,
      netPrice: from.netPrice,
      grossPrice: from.grossPrice,
      trace: null,
      delivery: source.doc.id,
      orderLine: from.orderLine ?? null,
      order: from.order ?? null,
      warehouse,
      frozen: forGoods(warehouse),
      batchNo: from.batchNo ?? null,
      restockTo: from.warehouse,
      restockQty: null,
      reworkQty: null,
      scrapQty: null,
      reworkTo: null,
      issueValue: null,
      ...credit,
    }
  })
  const sum = (of: 'net' | 'tax' | 'gross'): number => toNumber(lines.reduce((total, line) => total.plus(d(line[of])), d(0)))
  const [first] = sources.values()
  const source = first?.doc ?? doc
  const header = { ...carriedHeader(source), paymentTerms: source.paymentTerms ?? null }
  return { ...doc, ...header, lines, netTotal: sum('net'), taxTotal: sum('tax'), grossTotal: sum('gross') }
}

/** Where returned goods are put when nobody says: the first return warehouse, else quarantine; null when the house has neither. */
async function returnWarehouse({ req }: Pick<VerbContext<unknown>, 'req'>): Promise<number | null> {
  const active = [...(await warehouseFacts(req)).values()].filter((warehouse) => warehouse.active).sort((a, b) => a.id - b.id)
  return (active.find(({ kind }) => kind === 'return') ?? active.find(({ kind }) => kind === 'quarantine'))?.id ?? null
}
