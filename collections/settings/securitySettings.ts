import { roleWords } from '@/src/domain/words/peopleWords'

import { count, days } from '../fields'
import { settingsGlobal } from './settingsGlobal'

/** 账号安全: what is asked of who logs in, and how long it holds. */
export const securitySettings = settingsGlobal({
  slug: 'security-settings',
  label: { zh: '账号安全设置', en: 'Account security' },
  fields: [
    {
      name: 'secondFactorRoles',
      type: 'select',
      hasMany: true,
      label: { zh: '必须使用两步验证的角色', en: 'Roles that need a second factor' },
      options: Object.entries(roleWords).map(([value, label]) => ({ value, label })),
      admin: {
        description: {
          zh: '其他人可自愿使用；没有第二步的会话随即结束',
          en: 'Others may use one; sessions opened without it end at once',
        },
      },
    },
    count(
      'sessionIdleMinutes',
      { zh: '多少分钟不用即退出登录', en: 'Minutes without use that end a session' },
      { required: true, defaultValue: 480, min: 5, max: 480 },
    ),
    count(
      'sessionMostHours',
      { zh: '登录最长多少小时', en: 'Hours after which a session ends in any case' },
      { required: true, defaultValue: 168, min: 1, max: 8760 },
    ),
    days(
      'keyMostDays',
      { zh: '程序密钥最长有效天数', en: 'Days an API key lasts at most' },
      { required: true, defaultValue: 365, min: 1, max: 3650 },
    ),
  ],
})
