'use client'
import { useCallback, useEffect, useState } from 'react'

import type { Language } from '@/reports/kit/label'

import { ask } from '../../request/ask'
import type { TextKey } from './texts'

type View = { id: number; name: string; question?: string | null; roles?: string[] | null; owner?: number | null }
type Props = {
  api: string
  admin: string
  report: string
  /** What stands in the address now. */
  question: string
  person: { id: number; roles: readonly string[] }
  language: Language
  onOpen: (question: string) => void
  text: (key: TextKey) => string
}

/** The person's own views of this report and those shared with his roles; what is chosen now is kept under a name. */
export function SavedViews({ api, admin, report, question, person, language, onOpen, text }: Props) {
  const [views, setViews] = useState<readonly View[]>([])
  const [name, setName] = useState('')
  const [share, setShare] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const load = useCallback(async () => {
    const query = new URLSearchParams({ 'where[report][equals]': report, depth: '0', limit: '100', sort: 'name' })
    const answer = await ask<{ docs: View[] }>(`${api}/report-views?${query.toString()}`, { language, waits: false })
    if (answer.ok)
      setViews(answer.body.docs.filter(({ owner, roles }) => owner === person.id || roles?.some((role) => person.roles.includes(role))))
  }, [api, report, language, person])
  useEffect(() => void load(), [load])
  const keep = async (): Promise<void> => {
    const known = views.find((view) => view.name === name.trim() && view.owner === person.id)
    const answer = await ask(known ? `${api}/report-views/${known.id}` : `${api}/report-views`, {
      method: known ? 'PATCH' : 'POST',
      send: { name: name.trim(), report, question, roles: share ? person.roles : [] },
      language,
    })
    setProblem(answer.ok ? null : (answer.refusals[0]?.message ?? text('failed')))
    if (answer.ok) setName('')
    await load()
  }
  return (
    <details name="report-menu" className="report__columns">
      <summary>{text('views')}</summary>
      <div>
        {views.map((view) => (
          <span key={view.id} className="report__view">
            <button type="button" className="report__sort" onClick={() => onOpen(view.question ?? '')}>
              {view.name}
              {view.owner === person.id ? '' : ` · ${text('shared')}`}
            </button>
            {view.owner === person.id && (
              <a
                href={`${admin}/collections/report-views/${view.id}`}
                aria-label={`${text('manage')}: ${view.name}`}
                title={text('manage')}
              >
                {text('edit')}
              </a>
            )}
          </span>
        ))}
        <form
          className="report__keep"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') void keep()
          }}
        >
          <input
            aria-label={text('viewName')}
            placeholder={text('viewName')}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <label>
            <input type="checkbox" checked={share} onChange={(event) => setShare(event.target.checked)} />
            {text('share')}
          </label>
          <button type="submit" disabled={name.trim() === ''}>
            {text('keep')}
          </button>
        </form>
        {problem && <span role="alert">{problem}</span>}
      </div>
    </details>
  )
}
