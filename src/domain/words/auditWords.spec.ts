import { describe, expect, test } from '@jest/globals'

import { statusOfCode } from '../kernel/decision'
import { listAsked, reasonIn, reasonsMeant } from './auditWords'
import { reasonsOfLogIns } from './loginWords'

describe('the log is told in words', () => {
  const codes = Object.keys(statusOfCode)
  test.each(codes)('a refusal for %s', (code) => {
    for (const language of ['zh', 'en'] as const) {
      const told = reasonIn({ verb: 'refused', reason: `${code}, Forbidden` }, language) ?? ''
      expect(told).not.toMatch(/[A-Z]{2,}_|Forbidden/)
      expect(/[一-鿿]/.test(told)).toBe(language === 'zh')
    }
  })

  test.each(Object.keys(reasonsOfLogIns))('somebody came, went or was not let in: %s', (reason) => {
    for (const language of ['zh', 'en'] as const) expect(reasonIn({ verb: 'login-failed', reason }, language)).not.toBe(reason)
  })

  test('what somebody wrote stays as he wrote it, though it looks like a code', () => {
    for (const reason of ['idle', 'password', 'FORBIDDEN', '客户取消']) expect(reasonIn({ verb: 'cancel', reason }, 'zh')).toBe(reason)
    expect(reasonIn({ verb: 'cancel', reason: null }, 'zh')).toBeNull()
  })

  test('a reason is found by its words', () => {
    expect(reasonsMeant('最低售价', 'zh')).toEqual(['BELOW_MINIMUM_PRICE'])
    expect(reasonsMeant('Minimum Price', 'en')).toEqual(['BELOW_MINIMUM_PRICE'])
    expect(reasonsMeant('锁定', 'zh')).toEqual(['LockedAuth'])
    expect(reasonsMeant(' ', 'zh')).toEqual([])
  })

  test('an exported list says its columns, conditions and what was looked for', () => {
    const words: Record<string, string> = { no: '单号', status: '状态', search: '查找' }
    const asked = 'format=csv&columns=no,status&where[and][0][status][equals]=draft&search=铆钉'
    expect(listAsked(`?${asked}`, (path) => words[path] ?? '', 'zh')).toBe('列：单号、状态；状态：draft；查找：铆钉')
  })
})
