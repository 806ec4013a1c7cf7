'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { ask } from '@/src/admin/request/ask'
import { inLanguages } from '@/src/domain/words/words'

import './history.css'

type Change = { where: string; what: string; before: string; after: string }
type Entry = { id: number; at: string; by: string; what: string; reason: string | null; changes: Change[] }

const words = inLanguages({
  none: { zh: '还没有记录。', en: 'Nothing has been recorded yet.' },
  failed: { zh: '历史读取失败。', en: 'The history could not be read.' },
  reason: { zh: '原因', en: 'Reason' },
  house: { zh: '系统', en: 'The house' },
  more: { zh: '另有 {n} 处', en: '{n} more' },
})

const nothing = '—'

/** So many changes of one entry are shown at once; a first save has one for every field. */
const fewChanges = 8

const Changes = ({ changes, more }: { changes: readonly Change[]; more: string }) => {
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen ? changes : changes.slice(0, fewChanges)
  return (
    <table className="history__changes">
      <tbody>
        {shown.map(({ where, what, before, after }, index) => (
          <tr key={index}>
            <th scope="row">{[where, what].filter(Boolean).join(' ')}</th>
            <td>
              {before !== nothing && (
                <>
                  <del>{before}</del> →{' '}
                </>
              )}
              {after}
            </td>
          </tr>
        ))}
        {shown.length < changes.length && (
          <tr>
            <td colSpan={2}>
              <button type="button" className="plain-button" onClick={() => setOpen(true)}>
                {more.replace('{n}', String(changes.length - shown.length))}
              </button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** 历史: who did what with the record, when and why, the newest first. */
export const HistoryTab = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say = words[language]
  const [entries, setEntries] = useState<Entry[] | 'failed' | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await ask<{ entries: Entry[] }>(`/api/history/${collectionSlug ?? ''}/${id ?? ''}`, { language, signal: abort.signal })
      setEntries(answer.ok ? answer.body.entries : 'failed')
    }
    load().catch(() => abort.signal.aborted || setEntries('failed'))
    return () => abort.abort()
  }, [collectionSlug, id, language])
  if (entries === null) return <p className="flow__told">…</p>
  if (entries === 'failed') return <p className="flow__told">{say.failed}</p>
  if (entries.length === 0) return <p className="flow__told">{say.none}</p>
  return (
    <ol className="history">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className="history__head">
            <time>{entry.at}</time> <span>{entry.by || say.house}</span> <b>{entry.what}</b>
            {entry.reason && (
              <q>
                {say.reason}: {entry.reason}
              </q>
            )}
          </p>
          {entry.changes.length > 0 && <Changes changes={entry.changes} more={say.more} />}
        </li>
      ))}
    </ol>
  )
}
