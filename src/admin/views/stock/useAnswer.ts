'use client'

import { useEffect, useState } from 'react'

import { ask } from '../../request/ask'

/** Asks an address whenever it changes, after a short pause while somebody types; a late answer is dropped. Null = nothing to ask. */
export function useAnswer<Answer>({ url, language, pause = 0 }: { url: string | null; language: string; pause?: number }): {
  answer: Answer | null
  failed: string | null
  loading: boolean
} {
  const [state, setState] = useState<{ answer: Answer | null; failed: string | null; loading: boolean }>({
    answer: null,
    failed: null,
    loading: true,
  })
  useEffect(() => {
    if (url === null) return
    const asking = new AbortController()
    const load = async (): Promise<void> => {
      setState((before) => ({ ...before, loading: true }))
      const reply = await ask<Answer>(url, { language, signal: asking.signal })
      setState(
        reply.ok
          ? { answer: reply.body, failed: null, loading: false }
          : { answer: null, failed: reply.refusals[0]?.message ?? String(reply.status), loading: false },
      )
    }
    const timer = setTimeout(() => {
      load().catch((reason: unknown) => {
        if (!asking.signal.aborted) setState({ answer: null, failed: String(reason), loading: false })
      })
    }, pause)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [url, language, pause])
  return state
}
