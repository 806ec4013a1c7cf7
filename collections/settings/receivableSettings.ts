import type { Field } from 'payload'

import { amount, count, days, percent, rate } from '../fields'
import type { Label } from '../fields'

const grades = ['AAA', 'AA', 'A', 'B', 'C'] as const
const row = (label: Label, fields: Field[]): Field => ({ type: 'collapsible', label, admin: { initCollapsed: true }, fields })

/** Ageing classes, what each grade is asked for when it pays late, and the weights of the rating (F8, F9). */
export const receivableSettings = (): Field[] => [
  row({ zh: '账龄分段（天）', en: 'Ageing classes (days)' }, [
    days('ageing1', { zh: '第一段至', en: 'First up to' }, { defaultValue: 30 }),
    days('ageing2', { zh: '第二段至', en: 'Second up to' }, { defaultValue: 60 }),
    days('ageing3', { zh: '第三段至', en: 'Third up to' }, { defaultValue: 90 }),
    days('ageing4', { zh: '第四段至', en: 'Fourth up to' }, { defaultValue: 120 }),
  ]),
  row({ zh: '催款', en: 'Dunning' }, [
    ...grades.map((grade, index) =>
      days(
        `dunning${grade}`,
        { zh: `${grade} 级宽限天数`, en: `Grace of grade ${grade}, days` },
        { defaultValue: [15, 10, 7, 3, 0][index] },
      ),
    ),
    days('dunningStep', { zh: '每级催款间隔天数', en: 'Days between reminders' }, { defaultValue: 15 }),
  ]),
  row({ zh: '信用评级', en: 'Rating' }, [
    amount('ratingTarget', { zh: '年销售目标', en: 'Target of a year' }, { defaultValue: 1_000_000 }),
    percent('ratingVolume', { zh: '销售额权重', en: 'Weight of volume' }, { defaultValue: 40 }),
    percent('ratingPayment', { zh: '付款权重', en: 'Weight of payment' }, { defaultValue: 40 }),
    percent('ratingReturns', { zh: '退货权重', en: 'Weight of returns' }, { defaultValue: 20 }),
    days('ratingDelay', { zh: '付款得分归零的逾期天数', en: 'Days late that earn nothing' }, { defaultValue: 60 }),
    percent('ratingReturnRate', { zh: '退货得分归零的退货率 %', en: 'Return rate that earns nothing, %' }, { defaultValue: 10 }),
    count('ratingMonths', { zh: '至少历史月数', en: 'Months of history needed' }, { defaultValue: 3 }),
    ...(['AAA', 'AA', 'A', 'B'] as const).map((grade, index) =>
      percent(`ratingFrom${grade}`, { zh: `${grade} 级起分`, en: `${grade} from points` }, { defaultValue: [90, 80, 70, 60][index] }),
    ),
    ...grades.map((grade, index) =>
      rate(
        `ratingFactor${grade}`,
        { zh: `${grade} 级额度系数`, en: `Limit factor of ${grade}` },
        { defaultValue: [1.5, 1, 0.8, 0.6, 0][index] },
      ),
    ),
  ]),
]
