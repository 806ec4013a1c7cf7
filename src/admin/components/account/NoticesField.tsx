'use client'

import { useField, useFormFields, useTranslation } from '@payloadcms/ui'

import { noticeKinds, noticeWay, noticeWays } from '@/src/domain/control/noticeWay'
import { inLanguages } from '@/src/domain/words/words'

import './account.css'

const words = inLanguages({
  title: { zh: '通知方式', en: 'How you are told' },
  why: {
    zh: '每类通知如何告诉您。关闭「邮件通知」时都不发邮件；账号安全通知总会发送。',
    en: 'By kind of notice. Where “Notify by e-mail” is off, nothing is mailed; what concerns the safety of your account is always told.',
  },
  kind: { zh: '通知', en: 'Notice' },
  way: { zh: '方式', en: 'How' },
  ways: inLanguages({
    none: { zh: '不接收', en: 'not at all' },
    app: { zh: '仅应用内', en: 'in the application' },
    mail: { zh: '应用内和邮件', en: 'there, and by mail' },
    daily: { zh: '应用内，邮件每日汇总', en: 'there, and in a daily mail' },
    weekly: { zh: '应用内，邮件每周汇总', en: 'there, and in a weekly mail' },
  }),
})

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
