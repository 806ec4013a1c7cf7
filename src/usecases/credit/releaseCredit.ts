import { z } from 'zod'

import { decideRelease } from '@/src/domain/credit/decideRelease'
import type { ReleasedAlarm } from '@/src/domain/credit/release'
import { instantAfter } from '@/src/domain/kernel/instant'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import type { Verb, VerbContext } from '@/src/engine/document'
import { releasedDocument } from '@/src/engine/releasable'
import { refusal } from '@/src/engine/refusal'
import { authorsBehind } from '@/src/ledger/facts/contentAuthors'
import { approversFor, markCredit, openExcess } from '@/src/ledger/facts/creditReleases'

import { notify, peopleById } from '../control/notify'
import type { CreditRelease } from './creditRelease'
import { everybody, quotaOf, withHelpers } from './releaseParties'

const open = (alarms: readonly ReleasedAlarm[]): ReleasedAlarm[] => alarms.filter(({ releasedBy }) => !releasedBy)

type Asked = Pick<VerbContext<CreditRelease, unknown>, 'req' | 'doc' | 'settings'>

/** Who has changed the document, where that makes it his own. */
const authorsOf = async ({ req, doc, settings }: Asked): Promise<number[]> =>
  settings.orders.fourEyes ? authorsBehind(req, releasedDocument(doc)) : []

const commented = z.object({ comment: z.string().trim().max(2000).optional() })

/** 放行: every alarm within this approver's quota; what is above it waits for another approver, and the request stays open. */
export const releaseCredit: Verb<CreditRelease, z.infer<typeof commented>> = {
  name: 'release',
  label: { zh: '放行', en: 'Release' },
  roles: everybody,
  body: commented,
  asks: [{ name: 'comment', label: { zh: '意见', en: 'Comment' }, kind: 'longText', required: false }],
  possible: async (asked) => {
    const quota = quotaOf(asked)
    const mine = asked.actor !== null && [asked.doc.documentPreparedBy, ...(await authorsOf(asked))].includes(asked.actor.id)
    if (quota === null || mine) return false
    const excess = await openExcess(asked.req, asked.doc.id)
    return excess !== null && d(excess.least).lte(d(quota))
  },
  waitsFor: async (asked) => {
    const authors = await authorsOf(asked)
    const excess = (await openExcess(asked.req, asked.doc.id))?.largest ?? 0
    const { approvers } = await approversFor({ req: asked.req, excess, except: asked.doc.documentPreparedBy })
    return { people: approvers.filter(({ id }) => !authors.includes(id)).map(({ name }) => name) }
  },
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
      authors: await authorsOf(ctx),
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
        const document = releasedDocument(doc)
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
                zh: `${doc.documentNo} 的超信用已放行，可以审核。${comment ?? ''}`,
                en: `The credit alarms of ${doc.documentNo} are released; it may be approved. ${comment ?? ''}`.trim(),
              }
            : { zh: `${doc.documentNo} 仍有超出审批额度的对象。`, en: `Some objects of ${doc.documentNo} need a higher release quota.` },
        })
      },
    }
  },
}
