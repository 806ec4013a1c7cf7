'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { ask } from '../../request/ask'
import { systemWords } from './words'

/** Everything that has not gone out goes again, and the page says how many that were. */
export const MailRetry = ({ language }: { language: 'zh' | 'en' }) => {
  const words = systemWords[language]
  const router = useRouter()
  const [told, setTold] = useState('')
  const [busy, setBusy] = useState(false)
  const retry = async (): Promise<void> => {
    setBusy(true)
    const reply = await ask<{ mails: number }>('/api/system/mails', { method: 'POST', language, waits: true })
    setTold(reply.ok ? words.retried(reply.body.mails) : reply.refusals.map(({ message }) => message).join(' '))
    setBusy(false)
    router.refresh()
  }
  return (
    <p className="system__retry">
      <Button buttonStyle="secondary" size="small" disabled={busy} onClick={() => void retry()}>
        {words.retry}
      </Button>
      <span role="status">{told}</span>
    </p>
  )
}
