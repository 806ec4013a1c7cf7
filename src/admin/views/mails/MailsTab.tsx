'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { Pill } from '@/src/admin/components/pill/Pill'
import { ask } from '@/src/admin/request/ask'
import type { SentMail } from '@/src/questions/control/sentMails'

import './mails.css'

const words = {
  zh: { none: '还没有发过邮件。', unread: '邮件记录读取失败。', to: '收件人', cc: '抄送', bcc: '密送', queued: '待发', sent: '已发', failed: '失败', waits: '将再试' },
  en: { none: 'Nothing has been mailed yet.', unread: 'The mails could not be read.', to: 'To', cc: 'Copy', bcc: 'Blind copy', queued: 'Queued', sent: 'Sent', failed: 'Failed', waits: 'will be tried again' },
} as const // prettier-ignore

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
