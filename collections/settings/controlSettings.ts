import { amount, count, percent } from '../fields'
import { settingsGlobal } from './settingsGlobal'

const most = (name: string, zh: string, en: string, defaultValue: number, max = 100_000) =>
  count(name, { zh, en }, { required: true, defaultValue, min: 1, max })

const hour = (name: string, zh: string, en: string, defaultValue: number) =>
  count(name, { zh, en }, { required: true, defaultValue, min: 0, max: 23 })

/** 内控: by which thresholds the house watches itself. */
export const controlSettings = settingsGlobal({
  slug: 'control-settings',
  label: { zh: '内控设置', en: 'Control settings' },
  fields: [
    percent(
      'costTolerance',
      { zh: '入库成本允许偏差 %', en: 'Cost of receipts may differ by %' },
      {
        defaultValue: 20,
        admin: {
          description: {
            zh: '仓库录入的成本与账面成本相差更多的，先按账面成本入账，由财务确认',
            en: 'What the warehouse enters beyond it is booked at the cost known, until finance confirms it',
          },
        },
      },
    ),
    most('belowMinimumTries', '每人每天低于最低售价尝试次数', 'Tries below the minimum price, a person and day', 5),
    most('refusedSteps', '每人每天被拒绝次数', 'Refusals, a person and day', 30),
    most('exportsADay', '每人每天导出、打印、邮寄次数', 'Exports, prints and mails, a person and day', 50),
    most('failedLogins', '每账号每天登录失败次数', 'Failed attempts to log in, an account and day', 10),
    hour('nightFrom', '夜间从（点）', 'Night from (hour)', 22),
    hour('nightTo', '夜间到（点）', 'Night until (hour)', 6),
    amount('largeRelease', { zh: '信用放行超过此金额报警', en: 'Credit releases above this amount are told' }, { defaultValue: 100_000 }),
  ],
})
