import { days, rate, yesNo } from '../fields'
import { settingsGlobal } from './settingsGlobal'

/** 通知: what the house sends; each person may still decline for himself. */
export const notificationSettings = settingsGlobal({
  slug: 'notification-settings',
  label: { zh: '通知设置', en: 'Notification settings' },
  fields: [
    yesNo('inApp', { zh: '站内通知', en: 'In the application' }, { defaultValue: true }),
    yesNo('email', { zh: '邮件通知', en: 'By e-mail' }, { defaultValue: true }),
    days('dueDays', { zh: '到期提前天数', en: 'Days before a due date' }, { required: true, defaultValue: 3 }),
    rate(
      'reviewReminderHours',
      { zh: '评审提醒提前（工作小时）', en: 'Review reminder, working hours before' },
      { required: true, defaultValue: 4, max: 1000 },
    ),
  ],
})
