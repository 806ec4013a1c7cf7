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
    expect(text).toContain('Credit of salesperson Li exceeded by 100 (exposure after this document 1100, limit 1000)')
    expect(messageOf(finding('CREDIT_LIMIT_EXCEEDED', { object: facts.object, excess: 100 }), zh)).not.toMatch(/额度 1000|1100/)
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

  test('what somebody typed is never taken for a code of ours', () => {
    const text = messageOf(finding('CUSTOMER_FROZEN', { customer: 'sales' }), zh)
    expect(text).toContain('客户 sales 已冻结')
  })
})
