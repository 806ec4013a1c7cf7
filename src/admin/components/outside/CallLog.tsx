'use client'

import { useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import { inLanguages } from '@/src/domain/words/words'
import { ask } from '../../request/ask'
import { moment } from '../account/account'
import '../account/account.css'
import { Heads } from '../Heads'
import './outside.css'

type Call = { id: number; what: string; link: string; status: 'queued' | 'sent' | 'failed' | 'stopped'; attempts: number; answer: string | null; createdAt: string; sentAt: string | null; nextAt: string } // prettier-ignore

const words = inLanguages({
  title: { zh: '通知记录', en: 'Calls' },
  none: { zh: '还没有发出通知。', en: 'Nothing was told yet.' },
  heads: { zh: ['时间', '事件', '状态', '次数', '对方的回答', ''], en: ['At', 'Event', 'State', 'Tries', 'What was answered', ''] },
  states: inLanguages({
    queued: { zh: '等待', en: 'waits' },
    sent: { zh: '已送达', en: 'taken' },
    failed: { zh: '已放弃', en: 'given up' },
    stopped: { zh: '停用未发', en: 'not sent, switched off' },
  }),
  again: { zh: '重发', en: 'Send again' },
  all: { zh: '重发全部失败的', en: 'Send all failed ones again' },
  test: { zh: '发送测试', en: 'Send a test' },
  taken: { zh: '对方已收到：', en: 'It was taken: ' },
  refused: { zh: '未送达：', en: 'It was not taken: ' },
  queued: {
    zh: (count: number) => `${count} 条已重新排队，一分钟内发出。`,
    en: (count: number) => `${count} are queued again and go out within a minute.`,
  },
  awaits: {
    zh: '变更待另一位管理员或总经理确认，确认之前不会发出通知。',
    en: 'What was changed waits for another administrator or the general manager. Nothing goes out before.',
  },
  confirm: { zh: '确认', en: 'Confirm' },
})

/** Below a subscriber: what it was told, what it answered, and sending again. */
export const CallLog = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return id === undefined ? null : <Log id={Number(id)} language={language} />
}

const Log = ({ id, language }: { id: number; language: 'zh' | 'en' }) => {
  const told = words[language]
  const base = `/api/webhooks/${String(id)}/calls`
  const [calls, setCalls] = useState<readonly Call[]>([])
  const [said, setSaid] = useState('')
  const awaits = useFormFields(([fields]) => fields['awaits']?.value === true)
  const version = useFormFields(([fields]) => Number(fields['version']?.value))
  const load = useCallback(async (): Promise<void> => {
    const answer = await ask<{ calls: Call[] }>(base, { language })
    if (answer.ok) setCalls(answer.body.calls)
  }, [base, language])
  useEffect(() => {
    const first = async (): Promise<void> => load()
    void first()
  }, [load])
  const confirm = async (): Promise<void> => {
    const answer = await ask(`/api/webhooks/${String(id)}/confirm`, { send: { version }, language, waits: true })
    if (answer.ok) window.location.reload()
    else setSaid(answer.refusals.map(({ message }) => message).join(' '))
  }
  const resend = async (call?: number): Promise<void> => {
    const answer = await ask<{ queued: number }>(`${base}/resend`, { send: call === undefined ? {} : { call }, language, waits: true })
    setSaid(answer.ok ? told.queued(answer.body.queued) : answer.refusals.map(({ message }) => message).join(' '))
    await load()
  }
  const test = async (): Promise<void> => {
    const answer = await ask<{ taken: boolean; answer: string }>(`${base}/try`, { send: {}, language, waits: true })
    if (answer.ok) setSaid(`${answer.body.taken ? told.taken : told.refused}${answer.body.answer}`)
    else setSaid(answer.refusals.map(({ message }) => message).join(' '))
  }
  return (
    <section className="account call-log">
      {awaits && (
        <div className="account-form__buttons">
          <span role="alert">{told.awaits}</span>
          <button type="button" className="plain-button" onClick={() => void confirm()}>
            {told.confirm}
          </button>
        </div>
      )}
      <h3>{told.title}</h3>
      <div className="account-form__buttons">
        <button type="button" className="plain-button" onClick={() => void test()}>
          {told.test}
        </button>
        {calls.some(({ status }) => status === 'failed') && (
          <button type="button" className="plain-button" onClick={() => void resend()}>
            {told.all}
          </button>
        )}
        <span role="status">{said}</span>
      </div>
      {calls.length === 0 ? (
        <p>{told.none}</p>
      ) : (
        <table className="account-table">
          <Heads titles={told.heads} />
          <tbody>
            {calls.map((call) => (
              <tr key={call.id}>
                <td>{moment(call.sentAt ?? call.createdAt)}</td>
                <td>
                  <a href={new URL(call.link, window.location.href).pathname}>{call.what}</a>
                </td>
                <td>{told.states[call.status]}</td>
                <td>{call.attempts}</td>
                <td>{call.answer ?? ''}</td>
                <td>
                  <button type="button" className="plain-button" onClick={() => void resend(call.id)}>
                    {told.again}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
