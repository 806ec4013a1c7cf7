import { addDays, businessDate, isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'

import { findDocument } from '@/src/engine/documents/findDocument'
import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { chooseTitle } from '@/src/engine/chooseTitle'
import { freightOfDocument } from '../pricing/freightOfDocument'
import { prepareSalesDocument } from '../pricing/prepareSalesDocument'
import { pricedBreaks } from '../pricing/pricedBreaks'

type QuoteDocument = Stored<'quotes'>

const defaultValidity = 30

/** Completes a quote as entered; valid until not before its date (default 30 days). */
export async function prepareQuote(ctx: VerbContext<QuoteDocument>): Promise<{ doc: QuoteDocument; findings: Finding[] }> {
  const priced = await prepareSalesDocument({
    ctx,
    priced: true,
    unitPrices: Boolean(ctx.settings.pricing.unitPriceQuotes),
  })
  const { doc: completed, findings } = await chooseTitle({
    ctx,
    prepared: await freightOfDocument(ctx, priced),
    sources: async () => {
      const revised = idOf(ctx.doc.revises)
      return revised === null ? [] : [await findDocument({ req: ctx.req, slug: 'quotes', id: revised, overrideAccess: true })]
    },
  })
  if (findings.some(({ code }) => code === 'INVALID_INPUT')) return { doc: completed, findings }
  const { lines, findings: ofBreaks } = await pricedBreaks(ctx, completed)
  const doc = { ...completed, lines }
  findings.push(...ofBreaks)
  const validUntil = doc.validUntil ? String(doc.validUntil).slice(0, 10) : addDays(businessDate(doc.date), defaultValidity)
  if (!isBusinessDate(validUntil) || validUntil < doc.date) {
    findings.push({
      code: 'INVALID_PERIOD',
      severity: 'error',
      path: 'validUntil',
      facts: { field: 'validUntil', value: validUntil, from: doc.date, accepted: `≥ ${doc.date}` },
    })
  }
  doc.lines.forEach((line, index) => {
    const quantities = (line.breaks ?? []).map(({ qty }) => Number(qty))
    const wrong =
      quantities.some((qty, i) => !(qty > 0) || quantities.indexOf(qty) !== i) ||
      (line.breaks ?? []).some(({ price }) => price !== null && price !== undefined && (!(Number(price) >= 0) || d(price).isNaN()))
    if (wrong)
      findings.push({
        code: 'INVALID_INPUT',
        severity: 'error',
        path: `lines.${index}.breaks`,
        facts: { field: 'breaks', value: null, accepted: 'different quantities > 0, prices ≥ 0' },
      })
  })
  return {
    doc: {
      ...doc,
      validUntil,
      revises: ctx.stored ? (ctx.stored['revises'] ?? null) : (doc['revises'] ?? null),
      current: ctx.stored ? (ctx.stored['current'] ?? true) : !doc['revises'],
      revision: ctx.stored ? (ctx.stored['revision'] ?? 0) : (doc['revision'] ?? 0),
      statusBeforeOrder: ctx.stored?.['statusBeforeOrder'] ?? null,
    },
    findings,
  }
}
