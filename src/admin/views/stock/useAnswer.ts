'use client'

import { useEffect, useState } from 'react'

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
      const response = await fetch(url, { credentials: 'include', headers: { 'Accept-Language': language }, signal: asking.signal })
      const body = (await response.json()) as Answer & { errors?: { message: string }[] }
      setState(
        response.ok
          ? { answer: body, failed: null, loading: false }
          : { answer: null, failed: body.errors?.[0]?.message ?? String(response.status), loading: false },
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
