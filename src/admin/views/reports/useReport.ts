'use client'
import { useCallback, useEffect, useState } from 'react'

import type { ReportAnswer } from '@/reports/kit/runReport'

import { ask } from '../../request/ask'

export type Chosen = Readonly<Record<string, string>>
type State = { answer: ReportAnswer | null; problem: string | null; loading: boolean }

/** Rows put into the page; beyond that the browser gets slow and nobody reads on. The Excel has them all. */
export const rowsOnScreen = 1000

export const queryOf = (chosen: Chosen): URLSearchParams =>
  new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '' && value !== 'false'))

/** Asks the report whenever what is chosen changes; an answer that comes late is dropped. */
export function useReport({ url, chosen, language, failed }: { url: string; chosen: Chosen; language: string; failed: string }): State {
  const [state, setState] = useState<State>({ answer: null, problem: null, loading: true })
  const load = useCallback(
    async (signal: AbortSignal) => {
      const query = queryOf(chosen)
      query.set('limit', String(rowsOnScreen))
      const answer = await ask<ReportAnswer>(`${url}?${query.toString()}`, { language, signal })
      if (!answer.ok) return { answer: null, problem: answer.refusals[0]?.message ?? failed, loading: false }
      return { answer: answer.body, problem: null, loading: false }
    },
    [url, chosen, language, failed],
  )
  useEffect(() => {
    const asking = new AbortController()
    setState((now) => ({ ...now, loading: true }))
    load(asking.signal).then(
      (next) => setState(next),
      () => {
        if (!asking.signal.aborted) setState({ answer: null, problem: failed, loading: false })
      },
    )
    return () => asking.abort()
  }, [load, failed])
  return state
}
