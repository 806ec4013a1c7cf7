import { z } from 'zod'

import type { ReleasedAlarm } from '@/src/domain/credit/release'
import { decideRelease } from '@/src/domain/credit/decideRelease'
import { instantAfter } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { approversFor, markCredit } from '@/src/ledger/facts/creditReleases'

import { notify, peopleById } from '../control/notify'
import type { Role, Verb, VerbContext } from '@/src/engine/document'
import { refusal } from '@/src/engine/refusal'
import type { CreditRelease } from './creditRelease'

/** Every role may press the button; the quota on the user decides, so that the refusal can name the missing right. */
const everybody: readonly Role[] = [
  'sales',
  'salesManager',
  'pmc',
  'rd',
  'engineering',
  'warehouse',
  'finance',
  'generalManager',
  'auditor',
  'admin',
]

const quotaOf = (ctx: Pick<VerbContext<CreditRelease>, 'actor'>): number | null => {
  const quota = ctx.actor?.releaseQuota
  return quota === null || quota === undefined ? null : Number(quota)
}

/** A refusal for want of the right names who has it and who can give it. */
async function withHelpers(ctx: VerbContext<CreditRelease, unknown>, findings: readonly Finding[], excess: number): Promise<Finding[]> {
  const { approvers, administrators } = await approversFor({ req: ctx.req, excess, except: ctx.doc.documentPreparedBy })
  return findings.map((finding) =>
    finding.code === 'NO_RELEASE_RIGHT' || finding.code === 'RELEASE_QUOTA_EXCEEDED'
      ? {
          ...finding,
          facts: { ...finding.facts, approvers: approvers.map(({ name }) => name), administrators: administrators.map(({ name }) => name) },
        }
      : finding,
  )
}

const open = (alarms: readonly ReleasedAlarm[]): ReleasedAlarm[] => alarms.filter(({ releasedBy }) => !releasedBy)

const commented = z.object({ comment: z.string().trim().max(2000).optional() })

/** 放行: every alarm within this approver's quota; what is above it waits for another approver, and the request stays open. */
export const releaseCredit: Verb<CreditRelease, z.infer<typeof commented>> = {
  name: 'release',
  label: { zh: '放行', en: 'Release' },
  roles: everybody,
  body: commented,
  asks: [{ name: 'comment', label: { zh: '意见', en: 'Comment' }, kind: 'longText', required: false }],
  run: async (ctx) => {
    const { doc, actor, req, now, settings } = ctx
    const comment = ctx.body.comment || null
    const quota = quotaOf(ctx)
    const waiting = open(doc.alarms)
    const judged = decideRelease({
      alarms: waiting.map(({ object, excess }) => ({ ...object, excess })),
      quota,
      approver: actor?.id ?? 0,
      preparedBy: doc.documentPreparedBy,
    })
    const mine = quota === null ? [] : waiting.filter(({ excess }) => d(excess).lte(d(quota)))
    const worst = Math.max(0, ...waiting.map(({ excess }) => excess))
    const findings = await withHelpers(ctx, judged, worst)
    if (mine.length === 0 || judged.some(({ code }) => code !== 'RELEASE_QUOTA_EXCEEDED')) throw refusal(findings, req)
    const alarms = doc.alarms.map((alarm) =>
      mine.includes(alarm)
        ? { ...alarm, releasedBy: { id: actor?.id ?? 0, name: actor?.name ?? actor?.email ?? '' }, releasedAt: now.instant, quota, comment }
        : alarm,
    )
    const complete = open(alarms).length === 0
    const expiresAt = complete ? instantAfter(now.instant, settings.credit.releaseValidDays ?? 30) : null
    return {
      findings: findings.map((finding): Finding => ({ ...finding, severity: 'warning' })),
      patch: {
        alarms,
        status: complete ? 'released' : 'open',
        ...(comment ? { reason: comment } : {}),
        ...(complete ? { approvedBy: actor?.id ?? null, approvedAt: now.instant, expiresAt } : {}),
      },
      after: async (stored) => {
        const document = { slug: doc.documentSlug, id: doc.documentId }
        if (complete) await markCredit({ req, document, status: 'released' })
        await notify({
          req,
          people: complete
            ? await peopleById(req, [doc.documentPreparedBy, doc.salesperson])
            : (await approversFor({ req, excess: worst, except: doc.documentPreparedBy })).approvers,
          kind: complete ? 'releaseDecided' : 'releaseAsked',
          key: `credit-release-${stored.id}-${stored.version}`,
          related: { slug: 'credit-releases', id: stored.id },
          title: complete
            ? { zh: `${doc.documentNo} 已信用放行`, en: `${doc.documentNo} is released` }
            : { zh: `${doc.documentNo} 待继续信用审批`, en: `${doc.documentNo} waits for another release` },
          text: complete
            ? {
                zh: `${doc.documentNo} 的超信用已放行,可以审核。${comment ?? ''}`,
                en: `The credit alarms of ${doc.documentNo} are released; it may be approved. ${comment ?? ''}`.trim(),
              }
            : { zh: `${doc.documentNo} 仍有超出审批额度的对象。`, en: `Some objects of ${doc.documentNo} need a higher release quota.` },
        })
      },
    }
  },
}

const explained = z.object({ remark: z.string().trim().min(1).max(2000) })

/** 申请说明: why the document should pass, in the words of whoever asks; it stands beside the alarms for who decides. */
export const explainRelease: Verb<CreditRelease, z.infer<typeof explained>> = {
  name: 'explain',
  label: { zh: '申请说明', en: 'Explain' },
  roles: ['sales', 'salesManager', 'finance', 'warehouse', 'generalManager'],
  body: explained,
  asks: [{ name: 'remark', label: { zh: '为何应放行', en: 'Why it should pass' }, kind: 'longText', required: true }],
  run: ({ body }) => Promise.resolve({ patch: { remark: body.remark } }),
}

const reason = z.object({ reason: z.string().trim().min(1).max(2000) })

/** 驳回: the document stays alarmed; whoever prepared it is told why. */
export const rejectRelease: Verb<CreditRelease, z.infer<typeof reason>> = {
  name: 'reject',
  label: { zh: '驳回', en: 'Reject' },
  roles: everybody,
  body: reason,
  asks: [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'longText', required: true }],
  run: async (ctx) => {
    const { doc, req, body, actor, now } = ctx
    if (quotaOf(ctx) === null) {
      const missing: Finding = {
        code: 'NO_RELEASE_RIGHT',
        severity: 'error',
        facts: { right: 'releaseQuota' },
        remedy: { action: 'grantRight' },
      }
      throw refusal(await withHelpers(ctx, [missing], 0), req)
    }
    return {
      patch: { status: 'rejected', reason: body.reason, approvedBy: actor?.id ?? null, approvedAt: now.instant },
      after: async (stored) => {
        await markCredit({ req, document: { slug: doc.documentSlug, id: doc.documentId }, status: 'alarmed' })
        await notify({
          req,
          people: await peopleById(req, [doc.documentPreparedBy, doc.salesperson]),
          kind: 'releaseDecided',
          key: `credit-release-${stored.id}-${stored.version}`,
          related: { slug: 'credit-releases', id: stored.id },
          title: { zh: `${doc.documentNo} 的信用审批被驳回`, en: `The release of ${doc.documentNo} is rejected` },
          text: { zh: `原因:${body.reason}`, en: `Reason: ${body.reason}` },
        })
      },
    }
  },
}

/** The document changed: the open request tells its new alarms. Done by the document's own save, never by a person. */
export const renewRelease: Verb<CreditRelease, Partial<CreditRelease>> = {
  name: 'renew',
  label: { zh: '更新', en: 'Renew' },
  roles: [],
  run: async ({ body }) => ({ patch: body }),
}

/** The document asks for more than was released, or for nothing any more. Done by the document's own save, never by a person. */
export const voidRelease: Verb<CreditRelease, { reason: string }> = {
  name: 'void',
  label: { zh: '作废', en: 'Void' },
  roles: [],
  run: async ({ body }) => ({ patch: { status: 'void', reason: body.reason } }),
}
