import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { companyName, customerKeys, phoneNumbers, sameCustomer, taxNumber } from './customerKeys'

/** Enough of the signs of these names; the house uses a whole dictionary. */
const signs: Record<string, string> = { 廣: '广', 東: '东', 藍: '蓝', 鯨: '鲸', 團: '团', 責: '责', 飾: '饰', 鈕: '钮' }
const simplified = (text: string): string => [...text].map((sign) => signs[sign] ?? sign).join('')

const keyOf = (name: string) => customerKeys({ names: [{ path: 'name', value: name }], taxNos: [], phones: [] }, simplified)
const alike = (a: string, b: string): boolean => keyOf(a).some((one) => keyOf(b).some((other) => sameCustomer(one, other)))

describe('names that are one customer', () => {
  test.each([
    ['蓝鲸牛仔有限公司', '蓝鲸牛仔'],
    ['蓝鲸牛仔有限公司', '蓝鲸牛仔有限责任公司'],
    ['蓝鲸牛仔有限公司', '蓝鲸牛仔股份有限公司'],
    ['蓝鲸牛仔集团有限公司', '蓝鲸牛仔（集团）股份有限公司'],
    ['蓝鲸牛仔（广州）有限公司', '蓝鲸牛仔(广州)有限公司'],
    ['广州蓝鲸牛仔有限公司', '蓝鲸牛仔（广州）有限公司'],
    ['广东省广州市蓝鲸牛仔有限公司', '广州蓝鲸牛仔有限公司'],
    ['广州市白云区蓝鲸牛仔有限公司', '广州市蓝鲸牛仔有限公司'],
    ['广东蓝鲸牛仔有限公司', '广州蓝鲸牛仔有限公司'],
    ['中国蓝鲸牛仔有限公司', '蓝鲸牛仔（中国）有限公司'],
    ['廣州藍鯨牛仔（集團）有限責任公司', '广州蓝鲸牛仔'],
    [' 广州 蓝鲸　牛仔 有限公司', '广州蓝鲸牛仔有限公司'],
    ['ＹＫＫ蓝鲸有限公司', 'ykk 蓝鲸'],
    ['兴宁市蓝鲸服饰厂', '蓝鲸服饰厂'],
    ['Blue Whale Denim Co., Ltd.', 'BLUE WHALE DENIM LIMITED'],
    ['The Blue-Whale Denim Company', 'Blue Whale Denim'],
    ['B.W. Denim Inc', 'BW Denim'],
    ['蓝鲸·牛仔【集团】', '蓝鲸牛仔'],
  ])('%s = %s', (a, b) => expect([alike(a, b), alike(b, a)]).toEqual([true, true]))
})

describe('names that are two', () => {
  test.each([
    ['广州蓝鲸牛仔有限公司', '东莞蓝鲸牛仔有限公司'],
    ['广东蓝鲸牛仔有限公司', '杭州蓝鲸牛仔有限公司'],
    ['蓝鲸牛仔厂', '蓝鲸牛仔有限公司'],
    ['蓝鲸牛仔有限公司广州分公司', '蓝鲸牛仔有限公司'],
    ['广州有限公司', '东莞有限公司'],
    ['大都市服饰有限公司', '服饰有限公司'],
    ['Blue Whale Denim', 'Blue Whale Trading'],
    ['Limited', 'Company'],
  ])('%s ≠ %s', (a, b) => expect(alike(a, b)).toBe(false))
})

test('a name is never emptied: what is nothing but a region or a form is called that', () => {
  expect(['上海', '广州公司', '集团', '有限公司'].map((name) => companyName(name, simplified).core)).toEqual([
    '上海',
    '广州',
    '集团',
    '有限公司',
  ])
})

test.each([
  ['91440101-MA59 ABC1', '91440101MA59ABC1'],
  ['９１４４０１０１', '91440101'],
  ['无', null],
  ['000000', null],
  ['7788', null],
])('tax number %s', (typed, key) => expect(taxNumber(typed)).toBe(key))

test.each([
  ['13800138000', ['13800138000']],
  ['+86 138-0013-8000', ['13800138000']],
  ['0086 13800138000', ['13800138000']],
  ['0755-1234 5678 转 801', ['75512345678']],
  ['86-755-12345678', ['75512345678']],
  ['（020）81234567 / 13800138000', ['2081234567', '13800138000']],
  ['400-820-8820', ['4008208820']],
  ['00000000', []],
  ['待补', []],
])('phone %s', (typed, keys) => expect(phoneNumbers(typed)).toEqual(keys))

describe('properties', () => {
  const core = fc.string({ unit: fc.constantFrom(...'蓝鲸牛仔远航星辉纽扣服饰'), minLength: 3, maxLength: 8 })
  const region = fc.constantFrom('', '广州', '广州市', '广东省广州市', '广东广州', '中国广州')
  const form = fc.constantFrom('', '有限公司', '有限责任公司', '股份有限公司', '（集团）有限公司', '集团', ' 有限 公司')
  test('region, form and width never tell two records of one name apart', () => {
    fc.assert(
      fc.property(core, region, form, region, form, (name, r1, f1, r2, f2) =>
        expect(alike(`${r1}${name}${f1}`, `${r2}${name}${f2}`)).toBe(true),
      ),
    )
  })
  test('the key of a key is itself', () => {
    fc.assert(
      fc.property(core, region, form, (name, r, f) => {
        const once = companyName(`${r}${name}${f}`, simplified).core
        expect(companyName(once, simplified).core).toBe(once)
      }),
    )
  })
})
