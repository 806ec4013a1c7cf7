import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { type AdjustmentLine, aboveThreshold } from '@/src/domain/pricing/priceAdjustment'
import type { Possibility, Verb, VerbContext } from '@/src/engine/document'
import { byAnother, requireFourEyes } from '@/src/engine/fourEyes'
import { refusal, refuse } from '@/src/engine/refusal'
import { lockScopes } from '@/src/ledger/locks'
import { appendPolicies } from '@/src/ledger/pricePolicies'

import { approvers, authorOf, thresholdOf } from './adjusters'
import { adjustmentFacts } from './adjustmentFacts'
import { minimumWarnings } from './adjustmentMinimum'
import { supersedeReplaced } from './adjustmentsDue'
import { announceAdjustment, tellDecision } from './announceAdjustment'
import { type PriceAdjustment, ambiguousLines, keyOfLine, largestChange, withOldPrices } from './prepareAdjustment'

type Step<Body = Record<string, unknown>> = Verb<PriceAdjustment, Body>

type Ctx = VerbContext<PriceAdjustment, unknown>

/** A change above the threshold is the general manager's alone. */
function requireGeneralManager(ctx: Ctx, lines: PriceAdjustment['lines']): void {
  const { actor, req } = ctx
  const above = aboveThreshold(lines, thresholdOf(ctx))
  if (!above || !actor || actor.roles.includes('generalManager')) return
  refuse(req, {
    code: 'FORBIDDEN',
    path: `lines.${above.index}.newPrice`,
    facts: {
      verb: 'approve',
      percent: above.percent.toNumber(),
      threshold: thresholdOf(ctx),
      line: above.index + 1,
      roles: ['generalManager'],
    },
  })
}

/** Whether no price of it changes by more than a sales manager may approve. */
const isWithin = (asked: Pick<Possibility<PriceAdjustment>, 'doc' | 'settings'>): boolean =>
  d(asked.doc.largestChange ?? 0)
    .abs()
    .lte(thresholdOf(asked))

/**
 * 审核: the lines become price policies, valid from their day whenever they were entered (P-30). Earlier rows stay as they are: of
 * two rows of a scope the later start decides. Old prices and twins are looked at again under the locks of the scopes.
 */
export const approveAdjustment: Step = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: approvers,
  possible: async (asked) => (asked.actor?.roles.includes('generalManager') || isWithin(asked)) && byAnother('price-adjustments')(asked),
  waitsFor: (asked) => ({ roles: isWithin(asked) ? approvers : ['generalManager'] }),
  run: async (given) => {
    const ctx = given
    const { req, actor, now, doc } = ctx
    await requireFourEyes(ctx, 'price-adjustments')
    const effectiveFrom = doc.effectiveFrom.slice(0, 10)
    const entered: readonly AdjustmentLine[] = doc.lines
    const keys = entered.map((line) => keyOfLine(line, effectiveFrom))
    await lockScopes(req, keys)
    const twins: Finding[] = await ambiguousLines(ctx, entered, effectiveFrom)
    if (twins.length > 0) throw refusal(twins, req)
    const lines = await withOldPrices(ctx, entered, effectiveFrom)
    requireGeneralManager(ctx, lines)
    const inForce = effectiveFrom <= now.date
    return {
      findings: minimumWarnings(ctx, lines, await adjustmentFacts(req, lines)),
      patch: {
        status: inForce ? 'effective' : 'approved',
        approvedBy: actor?.id ?? null,
        approvedAt: now.instant,
        lines,
        largestChange: largestChange(lines),
      } as Partial<PriceAdjustment>,
      after: async (stored) => {
        await appendPolicies(req, {
          adjustment: stored.id,
          author: authorOf(actor, doc),
          rows: lines.map((line, index) => ({
            ...line,
            price: line.newPrice,
            validFrom: effectiveFrom,
            policyKey: keys[index] as string,
          })),
        })
        await tellDecision(ctx, stored, 'approved')
        if (!inForce) return
        await announceAdjustment(req, { ...stored, lines })
        await supersedeReplaced(req, now.date)
      },
    }
  },
}
