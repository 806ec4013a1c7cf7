import type { PayloadRequest } from 'payload'

import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { textOf } from '@/src/domain/kernel/textOf'
import { deviationOf } from '@/src/domain/samples/features'
import { foreignFields, type TechnicalRow } from '@/src/domain/samples/feedbackRound'
import type { Sample } from '@/src/domain/samples/sample'
import { readRichText } from '@/src/domain/text/richText'
import { acceptsRounds } from '@/src/domain/samples/sampleSteps'
import { measuredFor, roundsOf } from '@/src/ledger/facts/samples'

import type { VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { actsForHouse } from '@/src/engine/operation'
import { refuse } from '@/src/engine/refusal'
import { findDocument } from '@/src/engine/documents/findDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { lockSample } from './moveSample'

type RoundDocument = Stored<'feedback-rounds'>

/** The sample as this person may see it: a round is never opened on what does not exist for him. */
export async function sampleOf(req: PayloadRequest, id: number, asHouse: boolean): Promise<Stored<'samples'> | null> {
  return await findDocument({ req, slug: 'samples', id, overrideAccess: asHouse })
}

const rowsOf = (rows: unknown): Array<Omit<TechnicalRow, 'deviation'>> =>
  (Array.isArray(rows) ? (rows as TechnicalRow[]) : []).map(({ feature, required, measured, remark }) => ({
    feature: textOf(feature),
    required: textOf(required),
    measured: textOf(measured),
    remark: textOf(remark),
  }))

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Which of the owned fields this save changes. */
function changedFields(doc: RoundDocument, stored: RoundDocument | null, proposed: readonly TechnicalRow[]): string[] {
  const changed: string[] = []
  if (textOf(doc.remark) !== textOf(stored?.remark)) changed.push('remark')
  for (const field of ['details', 'technicalNotes'] as const)
    if (!same(readRichText(doc[field]), readRichText(stored?.[field]))) changed.push(field)
  const technical = rowsOf(doc.technical)
  const before = stored ? rowsOf(stored.technical) : rowsOf(proposed)
  if (!same(technical, before) && !(stored === null && technical.length === 0)) changed.push('technical')
  return changed
}

/** Measured values against the features, with the deviation worked out where both are figures. */
function judged(rows: readonly TechnicalRow[], sample: Sample): TechnicalRow[] {
  return rows.map((row) => {
    const feature = sample.features.find(({ key, name }) => key === row.feature || name === row.feature)
    const required = row.required || feature?.value || null
    const judgement = deviationOf({ required, measured: row.measured, tolerance: feature?.tolerance })
    return {
      ...row,
      required,
      deviation: judgement?.deviation ?? row.deviation ?? null,
      judgement: judgement ? (judgement.within ? 'ok' : 'out') : null,
    } as TechnicalRow
  })
}

/**
 * Completes and validates a feedback round. A new one takes the next number under the lock of its sample, refused while another is open;
 * an existing one is changed field by field by those whose field it is.
 */
export async function prepareRound(ctx: VerbContext<RoundDocument>): Promise<{ doc: RoundDocument; findings: Finding[] }> {
  const { req, stored, actor } = ctx
  const asHouse = actsForHouse(req)
  const id = stored ? idOf(stored.sample) : idOf(ctx.doc.sample)
  const locked = id === null || stored ? null : await lockSample(req, id)
  const sample = id === null ? null : await sampleOf(req, id, asHouse || stored !== null)
  if (!sample || id === null) return { doc: ctx.doc, findings: [invalid('sample', 'sample', ctx.doc.sample, 'id of a sample')] }
  const measured = stored ? new Map<string, string>() : await measuredFor(req, id)
  const proposed = sample.features
    .filter(({ value }) => (value ?? '') !== '')
    .map(({ key, value }): TechnicalRow => ({ feature: key, required: value ?? null, measured: measured.get(key) ?? null }))
  const foreign = asHouse ? [] : foreignFields({ changed: changedFields(ctx.doc, stored, proposed), roles: actor?.roles ?? null })
  const findings: Finding[] = foreign.map(({ field, owner }) => ({
    code: 'NOT_YOUR_FIELD',
    severity: 'error',
    path: field,
    facts: { field, owner },
  }))
  const owner = {
    sample: id,
    customer: sample.customer,
    salesperson: sample.salesperson,
    department: sample.department,
    engineer: sample.engineer,
  }
  const entered = (Array.isArray(ctx.doc.technical) ? ctx.doc.technical : []) as TechnicalRow[]
  const technical = judged(stored || entered.length > 0 ? entered : proposed, sample)
  if (stored) return { doc: { ...ctx.doc, ...owner, round: stored.round, delivery: idOf(stored.delivery), technical }, findings }
  if (!acceptsRounds(locked?.status ?? ''))
    refuse(req, {
      code: 'ILLEGAL_STEP',
      about: 'samples',
      path: 'sample',
      facts: { document: sample.no, status: sample.status, verb: 'feedback', allowed: [] },
    })
  const { last, open } = await roundsOf(req, id)
  if (open)
    refuse(req, {
      code: 'ROUND_OPEN',
      path: 'sample',
      facts: { sample: sample.no, round: open.round },
      remedy: { action: 'closeRound', facts: { round: open.round } },
    })
  return { doc: { ...ctx.doc, ...owner, round: last + 1, status: 'awaiting', technical, delivery: idOf(ctx.doc.delivery) }, findings }
}
