import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import type { AdjustmentLine } from '@/src/domain/pricing/priceAdjustment'
import { adjustedScopes } from '@/src/ledger/facts/priceAdjustments'

import { notify, peopleById, peopleWithRole } from '../control/notify'
import type { VerbContext } from '@/src/engine/document'
import type { PriceAdjustment } from './prepareAdjustment'

type Ctx = Pick<VerbContext<PriceAdjustment, unknown>, 'req'>

const related = ({ id }: PriceAdjustment) => ({ slug: 'price-adjustments', id })

/** Those who may approve are asked: the general managers alone when a change is above the threshold. */
export async function askForApproval({ req }: Ctx, doc: PriceAdjustment, above: boolean): Promise<void> {
  const people = [...(await peopleWithRole(req, 'generalManager')), ...(above ? [] : await peopleWithRole(req, 'salesManager'))].filter(
    ({ id }) => id !== idOf(doc.preparedBy),
  )
  const day = doc.effectiveFrom.slice(0, 10)
  await notify({
    req,
    people,
    kind: 'adjustmentSubmitted',
    key: `price-adjustment-submitted-${doc.id}-${doc.version}`,
    related: related(doc),
    title: { zh: `请审核调价单 ${doc.no}`, en: `Please approve the price adjustment ${doc.no}` },
    text: {
      zh: `${day} 起生效，最大调幅 ${String(doc.largestChange ?? '—')} %`,
      en: `In force from ${day}, largest change ${String(doc.largestChange ?? '—')} %`,
    },
  })
}

/** Whoever prepared it learns what became of it. */
export async function tellDecision({ req }: Ctx, doc: PriceAdjustment, decision: 'approved' | 'rejected'): Promise<void> {
  const approved = decision === 'approved'
  const said = approved ? { zh: '已审核', en: 'approved' } : { zh: '被驳回', en: 'sent back' }
  const day = doc.effectiveFrom.slice(0, 10)
  await notify({
    req,
    people: await peopleById(req, [idOf(doc.preparedBy)]),
    kind: 'adjustmentDecided',
    key: `price-adjustment-decided-${doc.id}-${doc.version}`,
    related: related(doc),
    title: { zh: `调价单 ${doc.no} ${said.zh}`, en: `The price adjustment ${doc.no} is ${said.en}` },
    text: approved
      ? { zh: `新价格自 ${day} 起的单据适用`, en: `Documents dated ${day} or later see the new prices` }
      : { zh: `原因：${String(doc['decision'] ?? '')}`, en: `Reason: ${String(doc['decision'] ?? '')}` },
  })
}

/**
 * The new prices hold from today: the salespeople of the customers named are told, everybody who sells when the prices are for more
 * than named customers, and whoever prepared and approved it. Told once, however often the clock strikes.
 */
export async function announceAdjustment(req: PayloadRequest, doc: PriceAdjustment): Promise<void> {
  const lines: readonly AdjustmentLine[] = doc.lines
  const named = lines.flatMap(({ customer }) => idOf(customer) ?? [])
  const general = named.length < lines.length
  const { customers } = await adjustedScopes(req, { customers: named, customerCategories: [], itemCategories: [] })
  const theirs = [...customers.values()].map(({ salesperson }) => salesperson)
  const people = [
    ...(await peopleById(req, [idOf(doc.preparedBy), idOf(doc.approvedBy), ...theirs])),
    ...(general ? [...(await peopleWithRole(req, 'sales')), ...(await peopleWithRole(req, 'salesManager'))] : []),
  ]
  const day = doc.effectiveFrom.slice(0, 10)
  await notify({
    req,
    people,
    kind: 'pricesEffective',
    key: `price-adjustment-effective-${doc.id}`,
    related: related(doc),
    title: { zh: `新价格已生效：${doc.no}`, en: `New prices are in force: ${doc.no}` },
    text: {
      zh: `${day} 起的单据按新价取价，已有单据价格不变（共 ${doc.lines.length} 行）`,
      en: `Documents dated ${day} or later take the new prices; earlier ones keep theirs (${doc.lines.length} lines)`,
    },
  })
}
