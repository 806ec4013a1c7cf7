'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { HistoryEntry } from '@/src/questions/control/history'

import { ask } from '../request/ask'
import { useGrid } from './grid'

/** What happened to one line since it was entered: who changed what of it, when, old → new, the newest first. */
export const LineStory = ({ id: row }: { id: string }) => {
  const { id, collectionSlug, savedDocumentData } = useDocumentInfo()
  const { language, say } = useGrid()
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null)
  const address = `/api/history/${collectionSlug ?? ''}/${id ?? ''}?row=${row}`
  useEffect(() => {
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await ask<{ entries: HistoryEntry[] }>(address, { language, signal: abort.signal })
      setEntries(answer.ok ? answer.body.entries : [])
    }
    load().catch(() => abort.signal.aborted || setEntries([]))
    return () => abort.abort()
  }, [address, language, savedDocumentData])
  return (
    <section>
      <strong>{say('history')}</strong>
      {entries?.length === 0 && <small>{say('none')}</small>}
      {entries?.flatMap(({ id: entry, at, by, what, changes }) =>
        changes.map((change, place) => (
          <p key={`${entry} ${place}`} className="line-grid__earlier" title={[by, what].filter(Boolean).join(' · ')}>
            <time>{at}</time>
            <span>{by}</span>
            <span>
              {change.what} {change.before === '—' ? change.after : `${change.before} → ${change.after}`}
            </span>
          </p>
        )),
      )}
    </section>
  )
}
