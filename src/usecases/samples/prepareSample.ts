import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import type { Finding } from '@/src/domain/kernel/decision'
import { changesBetween } from '@/src/domain/control/changesBetween'
import { givenId, idOf } from '@/src/domain/kernel/idOf'
import { completeFeatures, featureFindings } from '@/src/domain/samples/features'
import { customerFacts } from '@/src/ledger/facts/customers'
import { featureTemplate } from '@/src/ledger/facts/samples'

import type { VerbContext } from '@/src/engine/document'
import { invalid, standingOf } from '@/src/engine/inputFindings'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'
import { ownerOf } from '../pricing/fixedHeader'

export type SampleDocument = Stored<'samples'>

const idsOf = (values: unknown): number[] => (Array.isArray(values) ? values : []).map(idOf).filter((id): id is number => id !== null)

const content = ['customer', 'salesperson', 'department', 'engineer', 'date', 'name', 'category', 'unit', 'bomReference'] as const

const featureValues = (doc: SampleDocument): unknown =>
  (doc.features ?? []).map(({ key, value, tolerance }) => ({ key, value: value ?? '', tolerance: tolerance ?? null }))

/** After conversion only the remark may change: whatever else was submitted differently is refused. */
function refuseChangesAfterConversion(ctx: VerbContext<SampleDocument>, doc: SampleDocument): void {
  const { stored, req } = ctx
  if (stored?.status !== 'converted') return
  const comparable = (sample: SampleDocument): Record<string, unknown> => ({
    ...Object.fromEntries(
      content.map((field) => [field, field === 'date' ? String(sample.date).slice(0, 10) : (givenId(sample[field]) ?? null)]),
    ),
    features: featureValues(sample),
    drawings: idsOf(sample.drawings),
    pictures: idsOf(sample.pictures),
    attachments: JSON.stringify(sample['attachments'] ?? []) === '[]' ? [] : sample['attachments'],
  })
  const changed = changesBetween(comparable(stored), comparable(doc)).map(({ path }) => path)
  if (changed.length > 0)
    refuse(req, { code: 'ILLEGAL_STEP', path: changed[0] ?? '', facts: { status: 'converted', verb: 'save', allowed: [], changed } })
}

/** Completes and validates a sample: owner from the customer, features from the template of its category. */
export async function prepareSample(ctx: VerbContext<SampleDocument>): Promise<{ doc: SampleDocument; findings: Finding[] }> {
  const { req, stored } = ctx
  const customer = idOf(ctx.doc.customer)
  const category = idOf(ctx.doc.category)
  const date = String(ctx.doc.date).slice(0, 10)
  const findings: Finding[] =
    customer === null ? [invalid('customer', 'customer', null, 'id of a customer')] : stored ? [] : await standingOf(ctx, { customer })
  const name = String(ctx.doc.name ?? '').trim()
  if (name === '') findings.push(invalid('name', 'name', null, 'a name'))
  if (!isBusinessDate(date)) findings.push(invalid('date', 'date', ctx.doc.date, 'YYYY-MM-DD'))
  const facts = customer === null ? null : await customerFacts(req, customer)
  // a converted sample keeps the features it was converted with, whatever became of the template
  const features =
    stored?.status === 'converted'
      ? (ctx.doc.features ?? [])
      : completeFeatures({ template: await featureTemplate(req, category), entered: ctx.doc.features ?? [] })
  findings.push(...featureFindings(features))
  const owner = await ownerOf({
    ctx,
    entered: { salesperson: idOf(ctx.doc.salesperson), department: idOf(ctx.doc.department) },
    stored: stored && { salesperson: idOf(stored.salesperson), department: idOf(stored.department) },
    customer: { salesperson: facts?.salesperson ?? null, department: facts?.department ?? null },
  })
  findings.push(...owner.findings)
  const doc: SampleDocument = {
    ...ctx.doc,
    date,
    name,
    customer: customer ?? 0,
    category,
    unit: ctx.doc.unit || 'PCS',
    salesperson: owner.salesperson,
    department: owner.department,
    engineer: idOf(ctx.doc.engineer),
    features,
    drawings: idsOf(ctx.doc.drawings),
    pictures: idsOf(ctx.doc.pictures),
    approvalPictures: idsOf(stored?.approvalPictures),
    item: idOf(stored?.item),
    formalItem: idOf(stored?.formalItem),
    statusSince: stored?.['statusSince'] ?? ctx.now.instant,
  }
  refuseChangesAfterConversion(ctx, doc)
  return { doc, findings }
}
