import { labelOf } from '../messages/labels'
import type { Language } from '../messages/language'
import { type PricingMethod, pricingMethods, type TraceStep } from './priceFacts'

type Words = Readonly<Record<Language, string>>

/** Methods as staff call them, on the line and in the settings. */
export const methodWords: Readonly<Record<PricingMethod, Words>> = {
  policy: { zh: '价格政策', en: 'Price policy' },
  latestPrice: { zh: '最新售价', en: 'Latest selling price' },
  latestCostPlus: { zh: '最新成本加成', en: 'Latest cost plus markup' },
  list: { zh: '标准价', en: 'List price' },
}

const withinSentence = ({ zh, en }: Words): Words => ({ zh, en: `${en.charAt(0).toLowerCase()}${en.slice(1)}` })
const methodsTold = Object.fromEntries(pricingMethods.map((method) => [method, withinSentence(methodWords[method])]))

/** Policy levels and methods as staff call them within a sentence. */
const rules: Readonly<Record<string, Words>> = {
  ...methodsTold,
  customerItem: { zh: '客户 + 物料', en: 'customer + item' },
  categoryItem: { zh: '客户类别 + 物料', en: 'customer category + item' },
  customerItemCategory: { zh: '客户 + 物料分类', en: 'customer + item category' },
  categoryItemCategory: { zh: '客户类别 + 物料分类', en: 'customer category + item category' },
  anyItem: { zh: '物料', en: 'item' },
  anyItemCategory: { zh: '物料分类', en: 'item category' },
  listPrice: withinSentence(methodWords.list),
  unit: { zh: '单位', en: 'unit' },
}

const losses: Readonly<Record<string, Words>> = {
  lessSpecific: { zh: '层级不如胜出者具体', en: 'less specific than the winner' },
  smallerBreak: { zh: '数量阶梯较小', en: 'a smaller quantity break' },
  earlierDate: { zh: '生效日期较早', en: 'an earlier start' },
  lowerPriority: { zh: '优先级较低', en: 'a lower priority' },
  breakNotReached: { zh: '数量未达阶梯', en: 'its quantity is not reached' },
  laterMethod: { zh: '取价方式靠后', en: 'a later method' },
}

const wordFor = (table: Readonly<Record<string, Words>>, key: unknown, language: Language): string =>
  Object.hasOwn(table, String(key)) ? (table[String(key)]?.[language] ?? '') : labelOf(String(key ?? ''), language)

/** The name of a level or method: `customerItem` → 客户 + 物料. */
export const ruleInWords = (rule: string, language: Language): string => wordFor(rules, rule, language)

/** Why a row lost: `smallerBreak` → 数量阶梯较小. */
export const lossInWords = (reason: string, language: Language): string => wordFor(losses, reason, language)

const given = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

/**
 * One step of a trace as a sentence: what was asked, what it gave, or why it gave nothing. Steps of a kind not known here are told by
 * their rule and price, so that a trace written by a later version stays readable.
 */
export function stepInWords(step: TraceStep, language: Language): string {
  const zh = language === 'zh'
  const rule = ruleInWords(step.rule, language)
  const price = given(step.price) ? ` → ${step.price}` : ''
  const row = given(step['policy'])
    ? zh
      ? `第 ${step['policy']} 号政策${given(step['version']) ? `（第 ${step['version']} 版）` : ''}`
      : `policy ${step['policy']}${given(step['version']) ? ` (version ${step['version']})` : ''}`
    : ''
  const from = Number(step['minQty'] ?? 0) > 0 ? (zh ? `，数量 ≥ ${step['minQty']}` : `, quantity ≥ ${step['minQty']}`) : ''
  const since = given(step['validFrom']) ? (zh ? `，${step['validFrom']} 起` : `, since ${step['validFrom']}`) : ''
  switch (step.rule) {
    case 'manual':
      if (given(step['no']))
        return zh
          ? `${given(step['user']) ? `${step['user']} ` : ''}采用 ${step['no']}（${step['date']}）的价格${price}`
          : `taken from ${step['no']} of ${step['date']}${given(step['user']) ? ` by ${step['user']}` : ''}${price}`
      return zh
        ? `${given(step['user']) ? `${step['user']} ` : ''}手工录入${price}`
        : `typed${given(step['user']) ? ` by ${step['user']}` : ''}${price}`
    case 'taxRate':
      return zh
        ? `${given(step['user']) ? `${step['user']} ` : ''}录入税率 ${labelOf(String(step['taxRate']), language)}，应为 ${labelOf(String(step['due']), language)}`
        : `tax rate ${step['taxRate']} typed${given(step['user']) ? ` by ${step['user']}` : ''} instead of ${step['due']}`
    case 'exchangeRate':
      return zh
        ? `${given(step['user']) ? `${step['user']} ` : ''}录入汇率 ${step['rate']}${given(step['listed']) ? `，汇率表为 ${step['listed']}` : ''}`
        : `exchange rate ${step['rate']} typed${given(step['user']) ? ` by ${step['user']}` : ''}${given(step['listed']) ? ` instead of ${step['listed']}` : ''}`
    case 'free':
      return zh ? '免费' : 'free of charge'
    case 'quotedLine':
      return (zh ? '客户确认的报价' : 'the price the customer confirmed') + price
    case 'policyNow':
      return (
        (zh
          ? `现在取价（${ruleInWords(String(step['method'] ?? 'policy'), language)}${row ? `，${row}` : ''}）`
          : `found now by ${ruleInWords(String(step['method'] ?? 'policy'), language)}${row ? `, ${row}` : ''}`) + price
      )
    case 'gradeDiscount':
      return given(step['skipped'])
        ? zh
          ? `净价，不再享 ${step['grade']} 级折扣`
          : `net price: no discount for grade ${step['grade']}`
        : (zh ? `${step['grade']} 级客户折扣 ${step['discountRate']}%` : `grade ${step['grade']} discount ${step['discountRate']}%`) + price
    case 'final':
      return (
        (zh
          ? `成交单价（${ruleInWords(String(step['method']), language)}）`
          : `price by ${ruleInWords(String(step['method']), language)}`) + `${price} ${step['currency'] ?? ''}/${step['unit'] ?? ''}`
      )
    case 'lost':
      return `${ruleInWords(String(step['level']), language)}${zh ? '，' : ', '}${row}${price}: ${lossInWords(String(step['reason']), language)}`
    case 'latestPrice':
      if (!given(step['skipped']))
        return `${rule} ${given(step['sourceNo']) ? step['sourceNo'] : ''}${given(step['sourceDate']) ? ` ${step['sourceDate']}` : ''}${price}`
      break
    case 'latestCostPlus':
      if (!given(step['skipped']) && given(step['cost'])) return `${rule} ${step['cost']} × (1 + ${step['markupRate']}%)${price}`
      break
    default:
  }
  if (given(step['skipped'])) return `${rule}: ${labelOf(String(step['skipped']), language)}`
  const discount = given(step['discountRate']) ? (zh ? `，折扣 ${step['discountRate']}%` : `, ${step['discountRate']}% off`) : ''
  return `${rule}${row ? (zh ? `，${row}` : `, ${row}`) : ''}${from}${since}${discount}${price}`
}
