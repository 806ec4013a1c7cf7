import { z } from 'zod'

import { reviewStatusOf, rulings, statusAfterRuling } from '@/src/domain/orders/decideReviewOutcome'

import { notify, peopleById, peopleWithRole } from '../control/notify'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { promisesIn, withPromises } from './promises'
import { departmentsFor, reviewerRole, reviewsOf } from './reviews'

const body = z.object({ decision: z.enum(rulings), text: z.string().trim().min(1).max(4000), conditions: z.unknown().optional() })

/**
 * 总经理裁定: the general manager settles differing opinions; the text is mandatory, the ruling final. With conditions, the
 * promised dates are those of the conditions given, else those PMC proposed.
 */
export const ruleOrder: Verb<Stored<'orders'>, z.infer<typeof body>> = {
  name: 'rule',
  label: { zh: '裁定', en: 'Rule' },
  roles: ['generalManager'],
  body,
  offered: () => false, // ruled on the review page, with the opinions side by side
  run: async (ctx) => {
    const { req, doc, actor, settings } = ctx
    const { decision, text } = ctx.body
    const pmc = (await reviewsOf(ctx, doc.id)).findLast((row) => row.department === 'pmc' && row.status !== 'void' && row.proposals)
    const conditions =
      decision === 'acceptWithConditions'
        ? promisesIn(ctx.body.conditions).all || promisesIn(ctx.body.conditions).lines.size
          ? ctx.body.conditions
          : (pmc?.proposals ?? ctx.body.conditions)
        : null
    const status = statusAfterRuling(decision)
    const ruling = {
      decision,
      text,
      conditions: ctx.body.conditions ?? conditions ?? null,
      by: actor?.name ?? actor?.email ?? null,
      at: ctx.now.instant,
    }
    return {
      patch: {
        status,
        reviewStatus: reviewStatusOf(status),
        ruling,
        lines: withPromises(doc.lines, conditions),
      } as Partial<Stored<'orders'>>,
      after: async (order) => {
        const departments = await Promise.all(
          departmentsFor(order, settings).map((department) => peopleWithRole(req, reviewerRole[department])),
        )
        const people = [...departments.flat(), ...(await peopleById(req, [order.preparedBy, order.salesperson]))]
        const said = {
          accept: { zh: '接受', en: 'accepted' },
          acceptWithConditions: { zh: '有条件接受', en: 'accepted with conditions' },
          reject: { zh: '驳回', en: 'rejected' },
        }[decision]
        await notify({
          req,
          people,
          kind: 'ruling',
          key: `ruling-${order.id}-${order.version}`,
          related: { slug: 'orders', id: order.id },
          title: { zh: `总经理裁定 ${order.no}:${said.zh}`, en: `Ruling on ${order.no}: ${said.en}` },
          text: { zh: text, en: text },
        })
      },
    }
  },
}
