import type { PayloadRequest } from 'payload'

import type { Release } from '@/src/domain/credit/release'
import { d } from '@/src/domain/kernel/decimal'
import { roundAmount } from '@/src/domain/kernel/money'
import { type Freight, freightGross } from '@/src/domain/pricing/freight'
import { livingReleases } from '@/src/ledger/facts/creditReleases'

import type { AnyDocument, DocumentRules } from '../document'
import type { PostingPlan } from '../posting/plan'

type Line = { id: string; qty?: number; baseGross?: number; order?: number | null; orderLine?: string | null }

const linesOf = (doc: AnyDocument): Line[] => (doc.lines ?? []) as Line[]

/** The gross amount of a document in base currency: what a release is bound to. */
export const baseAmount = (doc: AnyDocument): string =>
  roundAmount(
    linesOf(doc).reduce(
      (sum, line) => sum.plus(d(line.baseGross ?? 0)),
      freightGross(doc as Freight).times(d((doc['exchangeRate'] as number | null) ?? 1)),
    ),
  ).toString()

/** The living releases of a document and of the orders it comes from, each with the amount it has to cover now. */
export async function releasesFor({
  req,
  rules,
  doc,
  plan,
  amount,
}: {
  req: PayloadRequest
  rules: DocumentRules
  doc: AnyDocument
  plan: PostingPlan
  amount: string
}): Promise<Release[]> {
  const own = { slug: rules.slug, id: doc.id }
  const orders = plan.upstream.filter(({ slug }) => slug === 'orders')
  const rows = await livingReleases(req, [own, ...orders.map(({ slug, doc: { id } }) => ({ slug, id }))])
  return rows.flatMap((row): Release[] => {
    const { document, ...release } = row
    if (document.slug === own.slug && document.id === own.id) return [{ ...release, amountNow: amount }]
    const order = orders.find(({ doc: { id } }) => id === document.id)
    return order ? [{ ...release, amountNow: takenFrom({ order: order.doc, doc, plan, slug: rules.slug }) }] : []
  })
}

/** What the order would have delivered after this delivery, or what this invoice bills of it. */
function takenFrom({ order, doc, plan, slug }: { order: AnyDocument; doc: AnyDocument; plan: PostingPlan; slug: string }): string {
  const mine = linesOf(doc).filter((line) => line.order === order.id)
  if (slug !== 'deliveries') {
    const freight = ((doc as Freight).freightOf ?? []).filter((part) => part.order === order.id)
    const charged = freight.reduce((sum, { gross }) => sum.plus(gross), d(0)).times(d((doc['exchangeRate'] as number | null) ?? 1))
    return roundAmount(mine.reduce((sum, line) => sum.plus(d(line.baseGross ?? 0)), charged)).toString()
  }
  const total = linesOf(order).reduce((sum, line) => {
    const now = mine.filter(({ orderLine }) => orderLine === line.id).reduce((qty, own) => qty.plus(d(own.qty ?? 0)), d(0))
    const delivered = d(plan.progressAfter.get(line.id)?.delivered ?? '0').plus(doc.status === 'issued' ? d(0) : now)
    return d(line.qty ?? 0).isZero()
      ? sum
      : sum.plus(
          roundAmount(
            d(line.baseGross ?? 0)
              .times(delivered)
              .div(d(line.qty ?? 0)),
          ),
        )
  }, d(0))
  return total.toString()
}
