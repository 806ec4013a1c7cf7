'use client'

import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

import type { Found } from '@/src/domain/lookup/kinds'

import { askLookup, askNames, nameOf, onNames, remember } from './askLookup'
import { meant } from './meant'

const words = { zh: '没有唯一对应的记录', en: 'No single record fits' } as const

export type TypedRecord = {
  chosen: Found | null
  /** text that means no record, or none yet */
  typed: string | undefined
  wrong: string | undefined
  take: (found: Found | null) => void
  leave: (text: string) => void
  settled: () => Promise<unknown>
  unread: () => string | null
}

/** One record outside of a grid: what is chosen, and what was typed and has no answer yet. */
export function useTypedRecord({
  kind,
  id,
  onChange,
  language,
  all = false,
}: {
  kind: string
  id: number | null
  onChange: (id: number | null) => void
  language: 'zh' | 'en'
  all?: boolean
}): TypedRecord {
  const chosen = useSyncExternalStore(
    onNames,
    () => (id === null ? undefined : nameOf(kind, id)),
    () => undefined,
  )
  const [left, setLeft] = useState<{ text: string; isWaiting: boolean } | null>(null)
  const latest = useRef<string | null>(null)
  const pending = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    if (id !== null) void askNames(kind, [id]).catch(() => undefined) // a name that did not come is asked again by the next page
  }, [id, kind])
  const unanswered = useRef(false)
  // an answer may come when everything around has changed: it is given to what stands there now
  const now = useRef({ id, onChange })
  useLayoutEffect(() => void (now.current = { id, onChange }))
  const choose = (next: number | null): void => {
    latest.current = null
    setLeft(null)
    if (next !== now.current.id) now.current.onChange(next)
  }
  const find = (text: string, waits = false): Promise<unknown> => {
    unanswered.current = false
    setLeft({ text, isWaiting: true })
    return askLookup({ kind, q: text, all, waits })
      .then((rows) => {
        if (latest.current !== text) return
        const means = meant({ typed: text, answer: { q: text, rows }, at: null })
        // a save that waits for it finds it in the form
        if ('found' in means) flushSync(() => choose(means.found.id))
        else setLeft({ text, isWaiting: false })
      })
      .catch(() => {
        if (latest.current !== text) return
        unanswered.current = true
        setLeft({ text, isWaiting: false })
      })
  }
  return {
    chosen: chosen ?? null,
    typed: left?.text,
    wrong: left && !left.isWaiting ? words[language] : undefined,
    take: (found) => {
      if (found) remember(kind, [found])
      choose(found?.id ?? null)
    },
    leave: (text) => {
      latest.current = text
      now.current.onChange(null)
      pending.current = find(text)
    },
    // a text the server did not answer is asked once more before it is told as unread, after the log-in where the session had ended
    settled: async () => {
      await pending.current
      if (unanswered.current && latest.current !== null) await (pending.current = find(latest.current, true))
    },
    unread: () => latest.current,
  }
}
