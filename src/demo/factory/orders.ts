import type { Stage } from '../stage'

import { demoBatch } from './goods'
import { playOrder } from './orderPlot'
import { history, inMotion, open } from './plots'

/** Orders of the last four months in every state, and what followed from them. */
export async function tellOrders(stage: Stage): Promise<void> {
  for (const plot of [...history, ...inMotion, ...open]) await playOrder(stage, plot)
  await disagreement(stage)
  await failedReview(stage)
  await ruled(stage)
  const held = await playOrder(stage, { customer: 'C006', by: 'sales2', ago: 15, until: 'approved', lines: [['SHK-1250-QG', 36_000]] })
  await stage.run('manager', 'orders', held.id, 'hold', { reason: '客户要求暂缓生产,等待确认色卡' })
  const cancelled = await playOrder(stage, { customer: 'C010', by: 'sales2', ago: 33, until: 'submitted', lines: [['GZK-2000-JS', 8_000]] })
  await stage.run('sales2', 'orders', cancelled.id, 'cancel', { reason: '客户取消该款式' })
  // more than ninety percent of the limit is used: the customer is watched
  await playOrder(stage, {
    customer: 'C014',
    by: 'sales',
    ago: 5,
    until: 'approved',
    lines: [['GZK-2300-HS', 16_300, { batchNo: demoBatch }]],
  })
  // below the minimum price: saved, marked, and waiting for somebody who may let it pass
  await playOrder(stage, { customer: 'C010', by: 'manager', ago: 1, lines: [['GZK-2000-QS', 12_000, { price: 0.55, remark: '清库存价' }]] })
  // above the limit of the customer, who has not paid either: stored with an alarm, cannot be approved before its release
  await playOrder(stage, {
    customer: 'C008',
    by: 'sales2',
    ago: 2,
    until: 'reviewed',
    lines: [['GZK-2300-HS', 20_000, { batchNo: demoBatch }]],
  })
}

/** A trial with a changed process: production cannot keep the date, R&D does not want it, the general manager has to rule. */
async function disagreement(stage: Stage): Promise<void> {
  await playOrder(stage, {
    customer: 'C001',
    by: 'sales',
    ago: 4,
    until: 'submitted',
    header: { kind: 'trial', remark: '新款牛仔夹克,首单试产' },
    lines: [['GZK-2000-QS', 40_000, { changes: ['process', 'newMaterial'] }]],
    opinions: {
      sales: { opinion: 'agree', remark: '重点客户新季首单,务必接下' },
      pmc: { opinion: 'agreeWithCondition', remark: '电镀线排期已满,交期须延后十天', proposals: { date: stage.ago(-20) } },
      rd: { opinion: 'disagree', remark: '无铅电镀工艺尚未通过盐雾测试' },
      engineering: { opinion: 'agree', remark: '新材料样品已到,可先试 500 粒' },
    },
  })
}

/** Nobody wants it: back to sales. */
async function failedReview(stage: Stage): Promise<void> {
  await playOrder(stage, {
    customer: 'C004',
    by: 'sales',
    ago: 6,
    until: 'submitted',
    lines: [['MD-1050-HS', 90_000]],
    opinions: {
      sales: { opinion: 'disagree', remark: '付款条件未谈妥' },
      pmc: { opinion: 'disagree', remark: '交期过短,无法安排' },
    },
  })
}

/** Opinions differed and the general manager has settled it with conditions. */
async function ruled(stage: Stage): Promise<void> {
  const order = await playOrder(stage, {
    customer: 'C002',
    by: 'sales2',
    ago: 9,
    until: 'submitted',
    lines: [['GZK-1700-YG', 35_000]],
    opinions: { pmc: { opinion: 'agreeWithCondition', remark: '需延期一周', proposals: { date: stage.ago(-12) } } },
  })
  await stage.run('gm', 'orders', order.id, 'rule', {
    decision: 'acceptWithConditions',
    text: '接受生管交期,业务通知客户',
    conditions: { date: stage.ago(-12) },
  })
  await stage.run('manager', 'orders', order.id, 'approve')
}
