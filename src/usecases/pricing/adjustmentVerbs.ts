import { z } from 'zod'

import type { Finding } from '@/src/domain/kernel/decision'
import { aboveThreshold, type AdjustmentLine } from '@/src/domain/pricing/priceAdjustment'
import { lockScopes } from '@/src/ledger/locks'
import { appendPolicies, removePolicies } from '@/src/ledger/pricePolicies'

import type { Actor, Role, Verb, VerbContext } from '@/src/engine/document'
import { requireFourEyes } from '@/src/engine/fourEyes'
import { refusal, refuse } from '@/src/engine/refusal'
import { adjustmentFacts } from './adjustmentFacts'
import { minimumWarnings } from './adjustmentMinimum'
import { announceAdjustment, askForApproval, tellDecision } from './announceAdjustment'
import { supersedeReplaced } from './adjustmentsDue'
import { ambiguousLines, keyOfLine, largestChange, type PriceAdjustment, withOldPrices } from './prepareAdjustment'

export const adjusters: readonly Role[] = ['sales', 'salesManager', 'generalManager']
const approvers: readonly Role[] = ['salesManager', 'generalManager']

type Step<Body = Record<string, unknown>> = Verb<PriceAdjustment, Body>
type Ctx = VerbContext<PriceAdjustment, unknown>

const reason = z.object({ reason: z.string().trim().min(1).max(2000) })
const asks = [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'longText', required: true }] as const

const thresholdOf = ({ settings }: Pick<Ctx, 'settings'>): number => settings.pricing.adjustmentThreshold ?? 10

const authorOf = (actor: Actor | null, { no }: PriceAdjustment) => ({
  id: actor?.id ?? null,
  name: actor?.name ?? actor?.email ?? null,
  no,
})

const submit: Step = {
  name: 'submit',
  label: { zh: '提交', en: 'Submit' },
  roles: adjusters,
  run: async (ctx) => ({
    patch: { status: 'submitted' },
    after: (stored) => askForApproval(ctx, stored, aboveThreshold(ctx.doc.lines, thresholdOf(ctx)) !== null),
  }),
}

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

/**
 * 审核: the lines become price policies, valid from their day whenever they were entered (P-30). Earlier rows stay as they are: of
 * two rows of a scope the later start decides. Old prices and twins are looked at again under the locks of the scopes.
 */
const approve: Step = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: approvers,
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

const reject: Step<z.infer<typeof reason>> = {
  name: 'reject',
  label: { zh: '驳回', en: 'Reject' },
  roles: approvers,
  body: reason,
  asks,
  run: async (ctx) => ({
    patch: { status: 'draft', decision: ctx.body.reason } as Partial<PriceAdjustment>,
    after: (stored) => tellDecision(ctx, stored, 'rejected'),
  }),
}

/** 取消: before its day the prices are taken out again; from its day on documents may have used them. */
const cancel: Step<z.infer<typeof reason>> = {
  name: 'cancel',
  label: { zh: '取消', en: 'Cancel' },
  roles: adjusters,
  body: reason,
  asks,
  run: async ({ req, doc, actor, now, body }) => {
    if (doc.status === 'approved') {
      if (actor && !approvers.some((role) => actor.roles.includes(role)))
        refuse(req, { code: 'FORBIDDEN', facts: { verb: 'cancel', roles: approvers } })
      if (doc.effectiveFrom.slice(0, 10) <= now.date)
        refuse(req, { code: 'ILLEGAL_STEP', facts: { status: 'effective', verb: 'cancel', allowed: [] } })
      await removePolicies(req, { adjustment: doc.id, author: authorOf(actor, doc) })
    }
    return { patch: { status: 'cancelled', decision: body.reason } as Partial<PriceAdjustment> }
  },
}

/** 生效: the clock's step; prices hold by their dates whether it has run or not. */
const takeEffect: Step = {
  name: 'takeEffect',
  label: { zh: '生效', en: 'Take effect' },
  roles: [],
  offered: () => false,
  run: async ({ req }) => ({ patch: { status: 'effective' }, after: (stored) => announceAdjustment(req, stored) }),
}

const supersede: Step = {
  name: 'supersede',
  label: { zh: '被取代', en: 'Supersede' },
  roles: [],
  offered: () => false,
  run: async () => ({ patch: { status: 'superseded' } }),
}

export const adjustmentVerbs = { submit, approve, reject, cancel, takeEffect, supersede }
