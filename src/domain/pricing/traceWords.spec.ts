import { expect, test } from '@jest/globals'

import type { TraceStep } from './priceFacts'
import { stepInWords } from './traceWords'

const cases: ReadonlyArray<[TraceStep, string, string]> = [
  [{ rule: 'policy', skipped: 'noPolicyApplies' }, '价格政策: 没有适用的价格政策', 'price policy: no price policy applies'],
  [
    { rule: 'customerItem', policy: 12, version: 3, minQty: '500', validFrom: '2026-05-01', price: '85' },
    '客户 + 物料，第 12 号政策（第 3 版），数量 ≥ 500，2026-05-01 起 → 85',
    'customer + item, policy 12 (version 3), quantity ≥ 500, since 2026-05-01 → 85',
  ],
  [
    { rule: 'anyItemCategory', policy: 4, version: null, minQty: '0', validFrom: null, discountRate: '2', price: '98' },
    '物料分类，第 4 号政策，折扣 2% → 98',
    'item category, policy 4, 2% off → 98',
  ],
  [{ rule: 'gradeDiscount', grade: 'AA', discountRate: '2', price: '83.3' }, 'AA 级客户折扣 2% → 83.3', 'grade AA discount 2% → 83.3'],
  [{ rule: 'gradeDiscount', grade: 'AA', skipped: 'netPrice' }, '净价，不再享 AA 级折扣', 'net price: no discount for grade AA'],
  [
    { rule: 'lost', level: 'anyItem', policy: 9, version: 1, price: '90', reason: 'lessSpecific' },
    '物料，第 9 号政策（第 1 版） → 90: 层级不如胜出者具体',
    'item, policy 9 (version 1) → 90: less specific than the winner',
  ],
  [{ rule: 'manual', user: '林晓梅', price: '88' }, '林晓梅 手工录入 → 88', 'typed by 林晓梅 → 88'],
  [
    { rule: 'policyNow', method: 'policy', policy: 12, version: 4, price: '85' },
    '现在取价（价格政策，第 12 号政策（第 4 版）） → 85',
    'found now by price policy, policy 12 (version 4) → 85',
  ],
  [
    { rule: 'latestPrice', sourceNo: 'SO20260501-0001', sourceDate: '2026-05-01', price: '82' },
    '最新售价 SO20260501-0001 2026-05-01 → 82',
    'latest selling price SO20260501-0001 2026-05-01 → 82',
  ],
  [
    { rule: 'latestCostPlus', cost: '50', markupRate: '60', price: '80' },
    '最新成本加成 50 × (1 + 60%) → 80',
    'latest cost plus markup 50 × (1 + 60%) → 80',
  ],
  // whoever may not see the cost reads the same step without it
  [{ rule: 'latestCostPlus', price: '80' }, '最新成本加成 → 80', 'latest cost plus markup → 80'],
  [
    { rule: 'final', method: 'policy', price: '83.3', unit: 'PCS', currency: 'CNY' },
    '成交单价（价格政策） → 83.3 CNY/PCS',
    'price by price policy → 83.3 CNY/PCS',
  ],
  [{ rule: 'rebate2030', price: '1' }, 'rebate2030 → 1', 'rebate2030 → 1'],
]

test.each(cases)('%j', (step, zh, en) => {
  expect([stepInWords(step, 'zh'), stepInWords(step, 'en')]).toEqual([zh, en])
})
