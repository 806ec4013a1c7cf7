import type { Steps } from '../kernel/steps'
import type { Words } from '../words/words'

export type AlarmStatus = 'open' | 'acknowledged'

/** The life of an alarm (内控报警): raised by the house, until somebody says what became of it. */
export const alarmSteps = { open: { acknowledge: 'acknowledged' } } as const satisfies Steps<AlarmStatus>

export const alarmKinds = [
  'belowMinimum',
  'refusals',
  'exports',
  'failedLogins',
  'newPlace',
  'nightWork',
  'rights',
  'largeRelease',
] as const
export type AlarmKind = (typeof alarmKinds)[number]

export const alarmWords: Readonly<Record<AlarmKind, { name: Words; advice: Words }>> = {
  belowMinimum: {
    name: { zh: '多次低于最低售价', en: 'Many tries below the minimum price' },
    advice: {
      zh: '看操作日志里被拒绝的单据，问业务员要卖什么价、为什么；要卖就走放行，否则提醒',
      en: 'Look at the refused documents in the audit log, ask what was to be sold at which price and why; it takes a release, or a word',
    },
  },
  refusals: {
    name: { zh: '多次被拒绝', en: 'Many refusals' },
    advice: {
      zh: '看被拒绝了什么：缺权限就按岗位补，试探就停用账号并追查',
      en: 'See what was refused: give the right the work needs, or disable the account and look into it',
    },
  },
  exports: {
    name: { zh: '大量导出、打印、发邮件', en: 'Many exports, prints and mails' },
    advice: {
      zh: '看导出了哪些资料、发给了谁；与本人和主管核对用途，不明则停用账号',
      en: 'See what left the house and to whom; ask the person and his manager what for, else disable the account',
    },
  },
  failedLogins: {
    name: { zh: '多次登录失败', en: 'Many failed log-ins' },
    advice: {
      zh: '问本人是否忘记密码；不是就改密码、查来源地址',
      en: 'Ask whether the password was forgotten; if not, change it and look at the addresses',
    },
  },
  newPlace: {
    name: { zh: '新地点登录', en: 'Log-in from a new place' },
    advice: {
      zh: '问本人是否在此地登录；不是就立即改密码（所有登录随之结束）',
      en: 'Ask whether it was him; if not, change the password at once, which ends all sessions',
    },
  },
  nightWork: {
    name: { zh: '夜间操作', en: 'Work at night' },
    advice: {
      zh: '看操作日志里夜间做了什么，与加班安排核对',
      en: 'See in the audit log what was done at night, and whether it was agreed',
    },
  },
  rights: {
    name: { zh: '一人给了权限', en: 'Rights given by one person' },
    advice: {
      zh: '核对该权限是否岗位所需；不需要就收回',
      en: 'See whether the work needs these rights; take back what it does not',
    },
  },
  largeRelease: {
    name: { zh: '大额信用放行', en: 'Large credit release' },
    advice: { zh: '打开放行单看超额、原因与回款计划', en: 'Open the release: the excess, the reason, and how it will be paid' },
  },
}

export type AlarmDocument = {
  status: AlarmStatus
  kind: AlarmKind
  day?: string | null
  person?: number | null
  subject?: string | null
  count?: number | null
}

/** What was counted of somebody on a day; `person` null: an account that may not even exist, named by `subject`. */
export type Tally = { kind: AlarmKind; person: number | null; subject: string; day: string; count: number; detail: string }

export type Thresholds = { belowMinimumTries: number; refusedSteps: number; exportsADay: number; failedLogins: number }

const thresholdOf = (kind: AlarmKind, by: Thresholds): number =>
  ({ belowMinimum: by.belowMinimumTries, refusals: by.refusedSteps, exports: by.exportsADay, failedLogins: by.failedLogins })[
    kind as 'exports'
  ] ?? 1

export type Alarm = Tally & { key: string; threshold: number }

/** The tallies that reach their threshold. One alarm a day for one person and kind; of a new place and a release one each. */
export function alarmsIn(tallies: readonly Tally[], by: Thresholds): Alarm[] {
  return tallies.flatMap((tally) => {
    const { kind, person, subject, day, count, detail } = tally
    const threshold = thresholdOf(kind, by)
    const own = kind === 'newPlace' || kind === 'largeRelease' ? detail : ''
    return count >= threshold ? [{ ...tally, threshold, key: [kind, person ?? subject, day, own].filter(Boolean).join('|') }] : []
  })
}

/** What happened, in a sentence. */
export function toldAlarm({ kind, subject, day, count, threshold, detail }: Omit<Alarm, 'key' | 'person'>): Words {
  const { name } = alarmWords[kind]
  const times = threshold > 1
  return {
    zh: `${day} ${subject}：${name.zh}${times ? ` ${count} 次（阈值 ${threshold}）` : ''}${detail ? `：${detail}` : ''}`,
    en: `${day} ${subject}: ${name.en}${times ? `, ${count} (threshold ${threshold})` : ''}${detail ? `: ${detail}` : ''}`,
  }
}
