import { describe, expect, test } from '@jest/globals'
import { statusOfCode, type Finding, type FindingCode } from '../kernel/decision'
import { decideAvailability } from '../stock/decideAvailability'
import { messageOf, remedyOf, withMessage } from './findings'
import { statusWord } from '../words/statusWords'
import type { Language, Vocabulary } from './language'

const finding = (code: FindingCode, facts: Finding['facts'] = {}, remedy?: Finding['remedy']): Finding => ({
  code,
  severity: 'error',
  facts,
  ...(remedy ? { remedy } : {}),
})
/** The words of an order, as the engine puts them together from its lists, buttons and forms. */
const said: Record<string, Record<Language, string>> = {
  submit: { zh: '提交评审', en: 'Submit' },
  cancel: { zh: '取消订单', en: 'Cancel' },
  approve: { zh: '审核', en: 'Approve' },
  'lines.0.qty': { zh: '第 1 行的数量', en: 'Quantity on line 1' },
  releaseQuota: { zh: '信用审批额度', en: 'Release quota' },
}
const vocabulary = (language: Language): Vocabulary => {
  const word = (name: string): string => said[name]?.[language] ?? ''
  return { language, status: (code) => statusWord('orders', code, language) ?? '', verb: word, field: word, right: word }
}
const [zh, en] = [vocabulary('zh'), vocabulary('en')]

describe('messages', () => {
  test.each(Object.keys(statusOfCode) as FindingCode[])('%s speaks both languages, whatever facts it has', (code) => {
    for (const words of [zh, en]) {
      const text = messageOf(finding(code), words)
      expect(text.length).toBeGreaterThan(8)
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
      expect(remedyOf(finding(code), words).length).toBeGreaterThan(3)
      expect(/[\u4e00-\u9fff]/.test(text)).toBe(words === zh)
    }
  })

  test('an availability refusal names item, warehouse, batch, need, available and what would pass', () => {
    const [refusal] = decideAvailability([
      {
        item: 'R-100',
        warehouse: 'W1',
        batchNo: 'B7',
        demandIncrease: 30,
        required: 30,
        availableBefore: 10,
        mode: 'control',
        indexes: [0],
      },
    ])
    expect(messageOf(refusal!, en)).toBe('Item R-100, warehouse W1, batch B7: required 30, available 10. Reduce the quantity to 10.')
    expect(messageOf(refusal!, zh)).toBe('可用量不足：商品 R-100，仓库 W1，批号 B7，需要 30，可用 10。请将数量减至 10。')
    const offered = { ...refusal!, remedy: { action: 'reduceQty', facts: { qty: 10, earliest: '2026-05-02' } } }
    expect(messageOf(offered, zh)).toBe(
      '可用量不足：商品 R-100，仓库 W1，批号 B7，需要 30，可用 10。请将数量减至 10；或等到 2026-05-02 预计到货。',
    )
  })

  test('M-11 without the right only "below the permitted price"', () => {
    const open = finding('BELOW_MINIMUM_PRICE', { item: 'I1', netPrice: 9, minimum: 10 }, { action: 'raisePrice', facts: { minimum: 10 } })
    const blind = finding('BELOW_MINIMUM_PRICE', { item: 'I1', netPrice: 9 }, { action: 'raisePrice' })
    expect(messageOf(open, en)).toContain('at least 10')
    expect(messageOf(blind, en)).toBe('Item I1: net price 9 is below the permitted price. Raise the price.')
    expect(messageOf(blind, zh)).toBe('商品 I1：无税净价 9 低于允许的价格。请提高价格。')
  })

  test('CR-29 the alarm names the object and the excess', () => {
    const facts = { object: { kind: 'users', id: 9, name: 'Li' }, limit: 1000, exposureAfter: 1100, excess: 100 }
    const text = messageOf(finding('CREDIT_LIMIT_EXCEEDED', facts, { action: 'requestRelease' }), en)
    expect(text).toContain('Credit of salesperson Li exceeded by 100.00 (exposure after this document 1,100.00, limit 1,000.00)')
    expect(messageOf(finding('CREDIT_LIMIT_EXCEEDED', { object: facts.object, excess: 100 }), zh)).not.toMatch(/额度 1,000|1,100/)
  })

  test('an illegal step names what is allowed, in words', () => {
    const facts = { document: 'SO20260301-0001', verb: 'approve', status: 'draft', allowed: ['submit', 'cancel'] }
    expect(messageOf(finding('ILLEGAL_STEP', facts), zh)).toBe('SO20260301-0001：状态“草稿”下不能审核。目前可执行：提交评审、取消订单。')
    expect(messageOf(finding('ILLEGAL_STEP', facts), en)).toContain(
      '“Approve” is not possible in status “Draft”. Allowed now: Submit, Cancel',
    )
  })

  test('a finding is told anew: a sentence that quoted a figure goes with the figure', () => {
    const told = withMessage(finding('BELOW_MINIMUM_PRICE', { item: 'I1', netPrice: 9, minimum: 10 }), en)
    expect(told.message).toContain('below the permitted price 10')
    const { minimum: _, ...facts } = told.facts
    expect(withMessage({ ...told, facts }, en)).toMatchObject({ message: expect.not.stringContaining('10'), remedy: 'Raise the price' })
  })

  test('an input is named as the form names it, with its row, and what it accepts is said in the language of the reader', () => {
    const wrong: Finding = { ...finding('INVALID_INPUT', { field: 'qty', value: -1, accepted: '> 0, ≤ 4 decimals' }), path: 'lines.0.qty' }
    expect(messageOf(wrong, zh)).toBe('第 1 行的数量“-1” 不被接受。可接受：> 0, 最多 4 位小数。')
    expect(messageOf(wrong, en)).toBe('“Quantity on line 1” -1 is not accepted. Accepted: > 0, ≤ 4 decimals.')
  })

  test.each<[FindingCode, Finding['facts'], string]>([
    ['CREDIT_LIMIT_EXCEEDED', { object: 'A', excess: 16300 }, 'exceeded by 16,300.00'],
    ['CREDIT_LIMIT_EXCEEDED', { object: 'A', excess: 0.01, limit: 5000, exposureAfter: 5000.01 }, '5,000.01, limit 5,000.00'],
    ['RELEASE_REQUIRED', { object: 'A', excess: 1234567.5 }, 'by 1,234,567.50'],
    ['RELEASE_QUOTA_EXCEEDED', { object: 'A', quota: 100000, excess: 116300 }, 'quota 100,000.00 does not cover the excess 116,300.00'],
    ['CREDIT_PERIOD_EXCEEDED', { object: 'A', document: 'IN1', daysOpen: 90, openAmount: -1000 }, 'for 90 days, open amount -1,000.00'],
    [
      'OVER_ALLOCATION',
      { document: 'RC1', amount: 2000, open: 999.9, excess: 1000.1 },
      'allocating 2,000.00, only 999.90 is open (1,000.10',
    ],
    ['BELOW_PROCESSED', { order: 'SO1', headerDiscount: 2500, carried: 1250, rest: 100, missing: 1150 }, '2,500.00, 1,250.00 is left'],
    ['BELOW_PROCESSED', { order: 'SO1', freight: 0, charged: 1200 }, 'freight 0.00 is below the 1,200.00'],
    [
      'BELOW_MINIMUM_PRICE',
      { item: '1700', netPrice: 1234.567891, minimum: 2000 },
      'Item 1700: net price 1,234.567891 is below the permitted price 2,000',
    ],
    ['OVER_DELIVERY', { item: 'A', qty: 12000, delivered: 0, ordered: 10000, allowed: 10500, excess: 1500 }, 'allowed 10,500 by 1,500'],
    ['OVER_DELIVERY', { item: 'A', qty: 0.0001, delivered: 0, ordered: 1, allowed: 1, excess: 1e-4 }, 'by 0.0001'],
    ['SCHEDULE_MISMATCH', { qty: 100000, scheduled: 98765.4321, difference: 1234.5679 }, '98,765.4321, the line to 100,000'],
    ['NOTHING_OPEN', { document: 'SO1', line: 1000 }, 'on line 1000'],
    ['ROUND_OPEN', { sample: 'S1', round: 1000 }, 'round 1000'],
    ['STALE_VERSION', { given: 1000, current: 1001 }, 'Version 1000 is out of date, the stored version is 1001'],
    ['INVALID_INPUT', { field: 'qty', value: 40231 }, '40231'],
    ['REVIEW_REQUIRED', { order: 'SO1', missing: ['pmc'] }, 'still missing: '],
  ])('%s %j is told as %s: figures with their thousands, money with its cents, names as they are', (code, facts, said) => {
    const stored = structuredClone(facts)
    const told = withMessage(finding(code, facts), en)
    expect(told.message).toContain(said)
    expect(told.facts).toEqual(stored)
  })

  test('a remedy counts as its refusal does, and so does what lies elsewhere', () => {
    const facts = { item: 'I1', required: 200000, available: 1200 }
    const short = finding('NOT_AVAILABLE', facts, {
      action: 'reduceQty',
      facts: { qty: 1200, elsewhere: ['W2 (195850)', 'W3 (7.5)'], batches: ['20261129 (1000)'] },
    })
    expect(messageOf(short, zh)).toContain('需要 200,000，可用 1,200')
    expect(remedyOf(short, zh)).toBe('请将数量减至 1,200；或其他仓库有货：W2 (195,850)、W3 (7.5)；或其他批号有货：20261129 (1,000)')
  })

  test('what somebody typed is never taken for a code of ours', () => {
    const text = messageOf(finding('CUSTOMER_FROZEN', { customer: 'sales' }), zh)
    expect(text).toContain('客户 sales 已冻结')
  })
})
