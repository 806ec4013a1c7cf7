'use client'

import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import { ask } from '../../request/ask'
import { DayInput } from '../day/DayInput'
import { useModal } from '../useModal'
import { columnName, outcome, type Word, words } from './words'

type Told = {
  rows: number
  created: number
  updated: number
  errors: Array<{ row: number; column: string; message: string }>
  document?: { slug: string; id: number; no: string }
}

export type FileKind = 'price-book' | 'price-policies'

/** A file is chosen, checked without keeping anything, and taken in; what is wrong stands row by row under it. */
export const FileDialog = ({
  kind,
  customer,
  language,
  onClose,
}: {
  kind: FileKind
  customer?: number | string | undefined
  language: 'zh' | 'en'
  onClose: () => void
}) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [effectiveFrom, setEffectiveFrom] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  const [tried, setTried] = useState(false)
  const [refusals, setRefusals] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const closed = useModal(dialog, onClose)
  const say = (word: Word): string => words[word][language]
  const forget = (): void => {
    setTold(null)
    setRefusals([])
    setTried(false)
  }
  const send = async (dryRun: boolean): Promise<void> => {
    if (!file) return
    setBusy(true)
    const form = new FormData()
    form.append('file', file)
    if (dryRun) form.append('dryRun', 'true')
    if (effectiveFrom) form.append('effectiveFrom', effectiveFrom)
    if (customer) form.append('customer', String(customer))
    const answer = await ask<Told>(`/api/import/${kind}`, { send: form, language, waits: true }).catch(() => null)
    setBusy(false)
    setTried(dryRun)
    if (answer?.ok) {
      setRefusals([])
      return setTold(answer.body)
    }
    setTold(null)
    setRefusals(answer?.refusals.map(({ message }) => message) ?? [say('failed')])
  }
  const done = told !== null && !tried && told.created + told.updated > 0
  const ready = told !== null && tried && told.created + told.updated > 0
  return createPortal(
    <dialog ref={dialog} className="verb-dialog" onClose={closed} aria-label={say(kind === 'price-book' ? 'uploadBook' : 'uploadPolicies')}>
      <form onSubmit={(event) => event.preventDefault()}>
        <h2>{say(kind === 'price-book' ? 'uploadBook' : 'uploadPolicies')}</h2>
        <small>{say(kind === 'price-book' ? 'bookHint' : 'policiesHint')}</small>
        <label className="verb-dialog__ask">
          <span>{say('file')}</span>
          <input
            type="file"
            accept=".xlsx,.csv"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null)
              forget()
            }}
          />
        </label>
        {kind === 'price-book' && (
          <label className="verb-dialog__ask">
            <span>{say('effectiveFrom')}</span>
            <DayInput
              label={say('effectiveFrom')}
              language={language}
              value={effectiveFrom}
              onChange={(day) => {
                setEffectiveFrom(day)
                forget()
              }}
            />
          </label>
        )}
        {refusals.length > 0 && (
          <ul className="verb-dialog__refusals" role="alert">
            {refusals.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        {told && (
          <div aria-live="polite">
            <p>
              {outcome(told, language)}
              {ready && told.errors.length === 0 ? ` · ${say('sound')}` : ''}
              {told.errors.length === 0 && told.created + told.updated === 0 ? ` · ${say('none')}` : ''}
            </p>
            {told.errors.length > 0 && (
              <table className="verb-dialog__lines">
                <thead>
                  <tr>
                    <th className="figure">{say('row')}</th>
                    <th>{say('column')}</th>
                    <th>{say('reason')}</th>
                  </tr>
                </thead>
                <tbody>
                  {told.errors.slice(0, 200).map((error, at) => (
                    <tr key={`${error.row}-${error.column}-${at}`}>
                      <td className="figure">{error.row}</td>
                      <td>{columnName(error.column, language)}</td>
                      <td>{error.message}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {done && told.document && (
              <a href={`/admin/collections/${told.document.slug}/${told.document.id}`}>{`${say('open')} ${told.document.no}`}</a>
            )}
          </div>
        )}
        <div className="verb-dialog__buttons">
          <Button buttonStyle="secondary" size="medium" margin={false} onClick={onClose}>
            {say('close')}
          </Button>
          {!done && (
            <Button size="medium" margin={false} disabled={!file || busy} onClick={() => void send(!ready)}>
              {say(ready ? 'take' : 'check')}
            </Button>
          )}
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
