'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { Pill } from '@/src/admin/components/pill/Pill'
import { ask } from '@/src/admin/request/ask'
import type { SentMail } from '@/src/questions/control/sentMails'
import { inLanguages } from '@/src/domain/words/words'

import './mails.css'

const words = inLanguages({
  none: { zh: '还没有发过邮件。', en: 'Nothing has been mailed yet.' },
  unread: { zh: '邮件记录读取失败。', en: 'The mails could not be read.' },
  to: { zh: '收件人', en: 'To' },
  cc: { zh: '抄送', en: 'Copy' },
  bcc: { zh: '密送', en: 'Blind copy' },
  queued: { zh: '待发', en: 'Queued' },
  sent: { zh: '已发', en: 'Sent' },
  failed: { zh: '失败', en: 'Failed' },
  waits: { zh: '将再试', en: 'will be tried again' },
})

/** 邮件: each sheet that was mailed, to whom and by whom, and what became of it, the newest first. */
export const MailsTab = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say = words[language]
  const [mails, setMails] = useState<SentMail[] | 'failed' | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await ask<{ mails: SentMail[] }>(`/api/${collectionSlug ?? ''}/${id ?? ''}/mails`, { language, signal: abort.signal })
      setMails(answer.ok ? answer.body.mails : 'failed')
    }
    load().catch(() => abort.signal.aborted || setMails('failed'))
    return () => abort.abort()
  }, [collectionSlug, id, language])
  if (mails === null) return <p className="flow__told">…</p>
  if (mails === 'failed') return <p className="flow__told">{say.unread}</p>
  if (mails.length === 0) return <p className="flow__told">{say.none}</p>
  return (
    <ol className="mails">
      {mails.map((mail) => (
        <li key={mail.id}>
          <p className="mails__head">
            <time>{mail.sentAt ?? mail.at}</time> <span>{mail.by}</span> <b>{mail.sheet}</b>
            <Pill value={mail.status}>{say[mail.status]}</Pill>
          </p>
          <p>
            {say.to}: {mail.to}
            {mail.cc && ` · ${say.cc}: ${mail.cc}`}
            {mail.bcc && ` · ${say.bcc}: ${mail.bcc}`}
          </p>
          <p className="mails__subject">{mail.subject}</p>
          {mail.error && (
            <p className="mails__error">
              {mail.error}
              {mail.status === 'queued' && ` (${say.waits})`}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
