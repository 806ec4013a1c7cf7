'use client'

import { useField, useFormFields, useTranslation } from '@payloadcms/ui'

import { noticeKinds, noticeWay, noticeWays } from '@/src/domain/control/noticeWay'

import './account.css'

const words = {
  zh: {
    title: '通知方式',
    why: '每类通知如何告诉您。关闭「邮件通知」时都不发邮件；账号安全通知总会发送。',
    kind: '通知',
    way: '方式',
    ways: { none: '不接收', app: '仅应用内', mail: '应用内和邮件', daily: '应用内，邮件每日汇总', weekly: '应用内，邮件每周汇总' },
  },
  en: {
    title: 'How you are told',
    why: 'By kind of notice. Where “Notify by e-mail” is off, nothing is mailed; what concerns the safety of your account is always told.',
    kind: 'Notice',
    way: 'How',
    ways: {
      none: 'not at all',
      app: 'in the application',
      mail: 'there, and by mail',
      daily: 'there, and in a daily mail',
      weekly: 'there, and in a weekly mail',
    },
  },
} as const

type Choices = Record<string, string>

/** A line for each kind of notice; saved with the form. */
export const NoticesField = ({ path }: { path: string }) => {
  const { value, setValue } = useField<Choices | null>({ path })
  const emailNotifications = useFormFields(([fields]) => fields['emailNotifications']?.value !== false)
  const muted = useFormFields(([fields]) => fields['mutedNotifications']?.value)
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const told = words[language]
  const chosen = { noticeChoices: value, mutedNotifications: Array.isArray(muted) ? muted.map(String) : [] }
  return (
    <details className="field-type notices-field">
      <summary>{told.title}</summary>
      <p>{told.why}</p>
      <table className="account-table">
        <thead>
          <tr>
            <th scope="col">{told.kind}</th>
            <th scope="col">{told.way}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(noticeKinds).map(([kind, label]) => (
            <tr key={kind}>
              <td>{label[language]}</td>
              <td>
                <select
                  aria-label={label[language]}
                  value={noticeWay(kind, chosen)}
                  onChange={({ target }) => setValue({ ...value, [kind]: target.value })}
                >
                  {noticeWays.map((way) => (
                    <option key={way} value={way} disabled={!emailNotifications && way !== 'none' && way !== 'app'}>
                      {told.ways[way]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
