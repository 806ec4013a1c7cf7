import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { affectedDepartments, voidsRuling } from '@/src/domain/orders/affectedDepartments'
import { reviewStatusOf } from '@/src/domain/orders/decideReviewOutcome'
import { orderStatusAfterSave } from '@/src/domain/orders/orderSteps'
import { changeFlags } from '@/src/domain/orders/requiredDepartments'
import { decideSchedule, wholeOnOneDay } from '@/src/domain/orders/schedule'
import { changesBetween } from '@/src/domain/control/changesBetween'
import type { OrderLine } from '@/src/domain/orders/order'

import type { VerbContext } from '@/src/engine/document'
import { isTakenDown } from '@/src/engine/operation'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'
import { chooseTitle } from '@/src/engine/chooseTitle'
import { freightOfDocument, freightSources } from '../pricing/freightOfDocument'
import { prepareSalesDocument } from '../pricing/prepareSalesDocument'
import { placeSampleLines, unapprovedSamples } from '../samples/orderSupply'
import { withQuotedPrices } from './quotedPrices'
import { voidOpinions } from './reviews'

type OrderDocument = Stored<'orders'>

/** Completes and validates an order as entered: quoted prices, prices, amounts, schedules; a change in review voids opinions. */
export async function prepareOrder(ctx: VerbContext<OrderDocument>): Promise<{ doc: OrderDocument; findings: Finding[] }> {
  const quoted = await withQuotedPrices(ctx)
  const priced = await prepareSalesDocument({
    ctx: { ...ctx, doc: quoted.doc },
    priced: true,
    quotedHeader: quoted.quotedHeader,
    quotedTerms: quoted.quotedTerms,
    agreed: quoted.agreed,
  })
  const freighted = await freightOfDocument({ ...ctx, doc: ctx.doc }, priced, () => quotedFreight(ctx, priced.doc))
  const prepared = { ...priced, ...(await chooseTitle({ ctx, prepared: freighted, sources: () => quotesOf(ctx) })) }
  const findings = [...quoted.findings, ...prepared.findings]
  const sound = findings.every(({ code }) => code !== 'INVALID_INPUT')
  const completed: OrderDocument = {
    ...prepared.doc,
    kind: prepared.doc.kind ?? 'standard',
    reviewVersion: ctx.stored?.reviewVersion ?? 1,
    reviewStatus: ctx.stored?.reviewStatus ?? 'none',
    status: ctx.stored ? orderStatusAfterSave(ctx.stored.status) : 'draft',
    creditStatus: ctx.stored?.creditStatus ?? 'notChecked',
    hold: ctx.stored?.hold ?? false,
    revision: ctx.stored?.revision ?? 1,
    closedEarly: false,
    heldBack: ctx.stored === null && isTakenDown(ctx.req),
    freightEarlier: null,
    approvals: null,
    ruling: ctx.stored?.['ruling'] ?? null,
    // nothing has left of an order that may still be edited
    ...(Array.isArray(prepared.doc.lines)
      ? {
          lines: prepared.doc.lines.map((line, index): OrderLine => ({
            ...line,
            earlier: null,
            asQuoted: prepared.agreed[index] === true,
            ...(line.schedule ? { schedule: wholeOnOneDay(line.schedule, line.qty) } : {}),
          })),
        }
      : {}),
  }
  const doc = sound ? await placeSampleLines(ctx.req, completed) : completed
  if (sound) findings.push(...(await unapprovedSamples(ctx, doc)))
  if (Array.isArray(doc.lines)) {
    doc.lines.forEach((line, index) => {
      findings.push(...decideSchedule({ index, qty: line.qty, schedule: line.schedule ?? null }), ...unknownFlags(line, index))
    })
  }
  const reviewed = ['inReview', 'awaitingRuling', 'reviewed'].includes(ctx.stored?.status ?? '')
  if (reviewed && findings.every(({ severity }) => severity !== 'error')) return { doc: await reviewedAgain(ctx, doc), findings }
  return { doc, findings }
}

const quotesOf = async ({ req, doc }: VerbContext<OrderDocument>): Promise<Array<Stored<'quotes'>>> => {
  const ids = [...new Set(doc.lines.flatMap(({ quote }) => idOf(quote) ?? []))]
  return findDocuments({ req, slug: 'quotes', where: { id: { in: ids } }, limit: 0, overrideAccess: true })
}

/** What the quotes an order is made of still have of their freight. */
const quotedFreight = ({ req, stored }: VerbContext<OrderDocument>, doc: OrderDocument) => {
  const partsOf = (lines: readonly OrderLine[]) => lines.flatMap(({ quoteLine, qty }) => (quoteLine ? [{ line: quoteLine, qty }] : []))
  return freightSources({
    ...{ req, slug: 'quotes', ids: doc.lines.map(({ quote }) => quote), parts: partsOf(doc.lines) },
    former: { parts: partsOf(stored?.lines ?? []), freightOf: stored?.freightOf ?? null },
  })
}

function unknownFlags(line: OrderLine, index: number): Finding[] {
  const given = line.changes ?? []
  const valid = Array.isArray(given) && given.every((flag) => (changeFlags as readonly string[]).includes(flag))
  return valid
    ? []
    : [
        {
          code: 'INVALID_INPUT',
          severity: 'error',
          path: `lines.${index}.changes`,
          facts: { field: 'changes', value: given, accepted: changeFlags.join(', ') },
        },
      ]
}

/** Content changed during or after review: the review version rises, the opinions it concerns are void and asked for again. */
async function reviewedAgain(ctx: VerbContext<OrderDocument>, doc: OrderDocument): Promise<OrderDocument> {
  const paths = changesBetween(ctx.stored, doc).map(({ path }) => path)
  const departments = affectedDepartments(paths)
  if (departments.length === 0 || doc.reviewStatus === 'notRequired') return doc
  const reviewVersion = doc.reviewVersion + 1
  const status = await voidOpinions({ ctx, order: doc, departments, reviewVersion })
  return { ...doc, status, reviewStatus: reviewStatusOf(status), reviewVersion, ...(voidsRuling(paths) ? { ruling: null } : {}) }
}
