import { useEffect, useState } from 'react'

import { ask } from '@/src/admin/request/ask'

/** What the server says to a question; null while it is on its way, 'failed' when there is no answer. */
export function useAnswer<Body>(url: string | null, language: 'zh' | 'en'): Body | 'failed' | null {
  const [answer, setAnswer] = useState<{ url: string; body: Body | 'failed' } | null>(null)
  useEffect(() => {
    if (url === null) return
    const abort = new AbortController()
    const look = async (): Promise<void> => {
      const reply = await ask<Body>(url, { language, signal: abort.signal, waits: true })
      setAnswer({ url, body: reply.ok ? reply.body : 'failed' })
    }
    look().catch(() => {
      if (!abort.signal.aborted) setAnswer({ url, body: 'failed' })
    })
    return () => abort.abort()
  }, [url, language])
  return answer !== null && answer.url === url ? answer.body : null
}
