import { addDays, businessDate } from '@/src/domain/kernel/businessDate'
import type { SalesLine } from '@/src/domain/orders/order'
import { type Freight, withFreight } from '@/src/domain/pricing/freight'
import { refreshFacets } from '@/src/ledger/facets'

import type { ImportColumn } from '../column'
import type { ImportDefinition } from '../engine/definition'
import { checkTotal } from './checkTotal'
import * as column from './columns'
import { type Group, type GroupContext, inTurns, takeGroups, type Written } from './groupedKind'
import { headColumnsOf, openingHeader, type OpeningHeader } from './openingHeader'
import { openingFreight } from './openingFreight'
import { headFields, lineFields, openingLines, rowId, totalsOf } from './openingLines'
import { knownDocuments, type NewDocument, writeOpenings } from './writeOpenings'

type Values = Record<string, unknown>

const linesOf = <More extends object>(
  context: GroupContext,
  group: Group,
  header: OpeningHeader,
  more: (values: Values, row: number) => More,
): Array<SalesLine & More> =>
  openingLines({
    context,
    group,
    header,
    isWrong: (qty) => (qty > 0 ? null : { zh: '数量须大于 0', en: 'The quantity is above 0' }),
    more,
  })

const totals = (lines: readonly SalesLine[], group: Group, header: OpeningHeader) =>
  withFreight(totalsOf(lines), openingFreight(group, header))

type Kind = {
  slug: 'orders' | 'quotes'
  title: { zh: string; en: string }
  document: (
    context: GroupContext,
    group: Group,
    header: OpeningHeader,
  ) => Record<string, unknown> & Freight & { netTotal: number; grossTotal: number; lines: readonly SalesLine[] }
}

/** Writes what is not there yet; a number that is there with other content is told. */
const writing =
  ({ slug, title, document }: Kind) =>
  async (context: GroupContext, groups: readonly Group[]): Promise<Written> => {
    const known = await knownDocuments(
      context.req,
      slug,
      groups.map(({ no }) => no),
      ['customer', 'grossTotal'],
    )
    const documents: NewDocument[] = []
    let unchanged = 0
    for await (const group of inTurns(groups)) {
      const header = await openingHeader(context, group)
      if (!header) continue
      const doc = document(context, group, header)
      checkTotal(context, group, doc)
      const former = known.get(group.no)
      if (!former) documents.push({ ...header, ...doc, status: 'approved' })
      else if (Number(former['customer']) === header.customer && Number(former['grossTotal']) === doc.grossTotal) unchanged += 1
      else
        context.wrong(
          group.rows[0]?.row ?? 0,
          'no',
          `${title.zh} ${group.no} 已存在，且客户或金额不同`,
          `There is a document ${group.no} already, with another customer or amount`,
        )
    }
    const store = async (): Promise<void> => {
      const ids = await writeOpenings(context.req, slug, documents)
      await refreshFacets({ req: context.req, documents: ids.map((id) => ({ slug, id })) })
    }
    return { created: documents.length, updated: 0, unchanged, ...(context.anyWrong() ? {} : { store }) }
  }

function happened(context: GroupContext, values: Values, row: number): Values {
  const of = (name: string): number => Number(values[name] ?? 0)
  for (const { name } of [column.deliveredQty, column.invoicedQty])
    if (of(name) > of('qty')) context.wrong(row, name, `超过订单数量 ${String(of('qty'))}`, `More than the ordered ${String(of('qty'))}`)
  const due = values['deliveryDate']
  return {
    deliveredBefore: of('deliveredQty') || null,
    invoicedBefore: of('invoicedQty') || null,
    supply: null,
    schedule: due === undefined ? [] : [{ id: rowId(), date: due, qty: of('qty') }],
  }
}

const kind = (
  definition: Omit<ImportDefinition, 'columns' | 'headColumns' | 'take' | 'roles' | 'records' | 'allows'>,
  columns: readonly ImportColumn[],
  head: readonly ImportColumn[],
  own: Kind,
): ImportDefinition => ({
  ...definition,
  roles: ['salesManager', 'finance', 'generalManager', 'admin'],
  records: { slug: own.slug },
  columns: () => columns,
  headColumns: ['no', ...headColumnsOf(...head)],
  take: (taking) => takeGroups({ taking, headColumns: ['no', ...headColumnsOf(...head)], write: writing(own) }),
  allows: ['numbers', 'taxMode'],
})

const orderHead = [...headFields, column.externalNo]

/** 期初订单: what customers had ordered and not yet received on the opening day; open quantities are reserved and use credit as any order's. */
export const openingOrders = kind(
  {
    kind: 'opening-orders',
    title: { zh: '期初订单', en: 'Opening orders' },
    note: {
      zh: '一行一条明细，单号相同为一张订单，保留原单号。已发、已开票数量填累计数；未交部分照常预留、占用信用。',
      en: 'One row a line; rows of one number are one order, which keeps it. Delivered and invoiced quantities are those until now; what is open is reserved and uses credit.',
    },
  },
  [
    column.no(['订单号', '销售订单号', 'order', 'order no', 'order id', 'sales order id', 'sales order no'], 'SO-1001'),
    ...orderHead,
    ...lineFields,
    column.deliveredQty,
    column.invoicedQty,
    column.deliveryDate,
    column.warehouse,
    column.batchNo,
    column.remark,
  ],
  orderHead,
  {
    slug: 'orders',
    title: { zh: '订单', en: 'Order' },
    document: (context, group, header) => {
      const lines = linesOf(context, group, header, (values, row) => happened(context, values, row))
      return {
        kind: 'standard',
        externalNo: group.head['externalNo'] ?? null,
        reviewStatus: 'notRequired',
        reviewVersion: 1,
        creditStatus: 'notChecked',
        hold: false,
        revision: 1,
        lines,
        ...totals(lines, group, header),
      }
    },
  },
)

const quoteHead = [...headFields, column.validUntil]

/** 期初报价: offers that still stand on the opening day; they bind nobody and reserve nothing. */
export const openingQuotes = kind(
  {
    kind: 'opening-quotes',
    title: { zh: '期初报价', en: 'Opening quotes' },
    note: {
      zh: '一行一条明细，单号相同为一张报价单。有效期留空为日期后 30 天。',
      en: 'One row a line; rows of one number are one quote. Without a date it is valid for 30 days.',
    },
  },
  [column.no(['报价单号', 'quote', 'quote no'], 'Q-1001'), ...quoteHead, ...lineFields, column.remark],
  quoteHead,
  {
    slug: 'quotes',
    title: { zh: '报价单', en: 'Quote' },
    document: (context, group, header) => {
      const lines = linesOf(context, group, header, () => ({}))
      return {
        validUntil: group.head['validUntil'] ?? addDays(businessDate(header.date), 30),
        revision: 1,
        current: true,
        lines,
        ...totals(lines, group, header),
      }
    },
  },
)
