'use client'
import { useCallback, useEffect, useState } from 'react'

import type { ReportAnswer } from '@/reports/kit/runReport'

import { ask } from '../../request/ask'

type State = { answer: ReportAnswer | null; problem: string | null; loading: boolean }

/** Rows put into the page; beyond that the browser gets slow and nobody reads on. The Excel has them all. */
export const rowsOnScreen = 1000

type Asked = { url: string; query: string | null; sort?: string; language: string; failed: string }

/** Asks the report whenever the question changes, for the first rows in the order wanted; an answer that comes late is dropped. Without a question there is no answer. */
export function useReport({ url, query, sort = '', language, failed }: Asked): State {
  const [state, setState] = useState<State>({ answer: null, problem: null, loading: query !== null })
  const load = useCallback(
    async (asked: string, signal: AbortSignal) => {
      const limited = new URLSearchParams(asked)
      limited.set('limit', String(rowsOnScreen))
      if (sort !== '') limited.set('sort', sort)
      const answer = await ask<ReportAnswer>(`${url}?${limited.toString()}`, { language, signal })
      if (!answer.ok) return { answer: null, problem: answer.refusals[0]?.message ?? failed, loading: false }
      return { answer: answer.body, problem: null, loading: false }
    },
    [url, sort, language, failed],
  )
  useEffect(() => {
    if (query === null) return setState({ answer: null, problem: null, loading: false })
    const asking = new AbortController()
    setState((now) => ({ ...now, loading: true }))
    load(query, asking.signal).then(
      (next) => setState(next),
      () => {
        if (!asking.signal.aborted) setState({ answer: null, problem: failed, loading: false })
      },
    )
    return () => asking.abort()
  }, [load, query, failed])
  return state
}
