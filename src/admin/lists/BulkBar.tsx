import { useEffect, useRef, useState } from 'react'

import { nameOf } from '@/src/admin/components/lookup/askLookup'
import { RecordPicker } from '@/src/admin/components/lookup/RecordPicker'
import { ask } from '@/src/admin/request/ask'
import type { ListRow } from '@/src/domain/lists/column'
import type { ListDescription } from '@/src/questions/lists/describeList'

import { type BulkDeed, type BulkResult, runBulk } from './runBulk'
import type { ListWords } from './words'

type Sheet = { name: string; title: string; mail: boolean }
type Props = {
  list: ListDescription
  rows: readonly ListRow[]
  language: 'zh' | 'en'
  say: ListWords
  onDone: () => void
  onClear: () => void
}

const icons = { waiting: '…', done: '✓', refused: '✗' } as const

/** What is being done, record by record; asked once more before it begins. */
const BulkDialog = ({
  list,
  rows,
  deed,
  language,
  say,
  onClose,
}: Omit<Props, 'onDone' | 'onClear'> & { deed: BulkDeed; onClose: (ran: boolean) => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [results, setResults] = useState<ReadonlyMap<number, BulkResult>>(new Map())
  const [running, setRunning] = useState<AbortController | null>(null)
  const [note, setNote] = useState('')
  const [withOpen, setWithOpen] = useState(true)
  const handsOver = deed.kind === 'assign' && list.slug === 'customers'
  useEffect(() => dialog.current?.showModal(), [])
  const isOver = running !== null && (results.size === rows.length || running.signal.aborted)
  const run = (): void => {
    const stop = new AbortController()
    setRunning(stop)
    const tell = (result: BulkResult): void => setResults((before) => new Map(before).set(result.id, result))
    void runBulk({
      slug: list.slug,
      rows,
      deed: handsOver ? { ...deed, note: note.trim(), withOpen } : deed,
      language,
      signal: stop.signal,
      tell,
    })
  }
  const count = (state: BulkResult['state']): number => [...results.values()].filter((result) => result.state === state).length
  return (
    <dialog
      ref={dialog}
      className="list__dialog"
      aria-label={deed.label}
      onCancel={(event) => {
        event.preventDefault()
        if (!running || isOver) onClose(running !== null)
      }}
    >
      <h2>
        {deed.label} · {say('ofMany', rows.length)}
      </h2>
      {handsOver && !running && (
        <div className="list__hand-over">
          <label>
            <span>{say('handOverNote')} *</span>
            <textarea value={note} rows={2} maxLength={2000} required onChange={({ target }) => setNote(target.value)} />
          </label>
          <label>
            <input type="checkbox" checked={withOpen} onChange={({ target }) => setWithOpen(target.checked)} /> {say('handOverOpen')}
          </label>
        </div>
      )}
      {running && (
        <>
          <progress value={results.size} max={rows.length} aria-label={deed.label} />
          <p role="status">
            {results.size} / {rows.length} · {say('done')} {count('done')} · {say('refused')} {count('refused')}
          </p>
        </>
      )}
      <ul tabIndex={0} aria-label={deed.label}>
        {rows.map(({ id, title }) => {
          const result = results.get(id)
          const state = result?.state ?? 'waiting'
          return (
            <li key={id} className={`is-${state}`}>
              <b aria-hidden="true">{running ? icons[state] : '·'}</b> <span>{title}</span> {running && <small>{say(state)}</small>}
              {result?.told.map((message) => (
                <p key={message}>{message}</p>
              ))}
            </li>
          )
        })}
      </ul>
      <footer>
        {!running && (
          <button type="button" className="list__button is-main" onClick={run} disabled={handsOver && note.trim() === ''} autoFocus>
            {say('run')}
          </button>
        )}
        {running && !isOver && (
          <button type="button" className="list__button" onClick={() => running.abort()}>
            {say('stop')}
          </button>
        )}
        {(!running || isOver) && (
          <button type="button" className="list__button" onClick={() => onClose(running !== null)}>
            {running ? say('close') : say('cancel')}
          </button>
        )}
      </footer>
    </dialog>
  )
}

/** Who asked for a person types a name next. */
const beginTyping = (place: HTMLElement | null): void => place?.querySelector('input')?.focus()

/** What can be done to the records chosen. */
export const BulkBar = ({ list, rows, language, say, onDone, onClear }: Props) => {
  const [deed, setDeed] = useState<BulkDeed | null>(null)
  const [sheets, setSheets] = useState<Sheet[]>([])
  const [assigning, setAssigning] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    const look = async (): Promise<void> => {
      const reply = await ask<{ sheets: Sheet[] }>(`/api/lists/${list.slug}/sheets`, { language, signal: abort.signal })
      if (reply.ok) setSheets(reply.body.sheets)
    }
    look().catch(() => undefined) // nothing can be printed then; the rest stands
    return () => abort.abort()
  }, [language, list.slug])
  const button = (label: string, next: BulkDeed) => (
    <button key={label} type="button" className="list__button" onClick={() => setDeed(next)}>
      {label}
    </button>
  )
  const assign = say(list.slug === 'customers' ? 'handOver' : 'assign')
  /** What is done, and to whom it goes: nobody confirms a name he does not see. */
  const assigned = (salesperson: number): BulkDeed => ({
    kind: 'assign',
    label: `${assign} → ${nameOf('users', salesperson)?.name ?? ''}`,
    salesperson,
  })
  const mails = sheets.filter(({ mail }) => mail)
  const named = (word: 'print' | 'mail', { title }: Sheet, all: readonly Sheet[]): string =>
    all.length === 1 ? say(word) : `${say(word)} ${title}`
  return (
    <div className="list__bulk" role="toolbar" aria-label={say('selected')}>
      <b>
        {say('selected')} {rows.length}
      </b>
      {list.verbs.map(({ name, label }) => button(label, { kind: 'verb', name, label }))}
      {sheets.map((sheet) =>
        button(named('print', sheet, sheets), { kind: 'print', name: sheet.name, label: named('print', sheet, sheets) }),
      )}
      {mails.map((sheet) => button(named('mail', sheet, mails), { kind: 'mail', name: sheet.name, label: named('mail', sheet, mails) }))}
      {list.mayAssign && !assigning && (
        <button type="button" className="list__button" onClick={() => setAssigning(true)}>
          {assign}
        </button>
      )}
      {assigning && (
        <span ref={beginTyping}>
          <RecordPicker
            kind="users"
            value={null}
            label={say('assignTo')}
            placeholder={say('assignTo')}
            language={language}
            onChange={(id) => id !== null && setDeed(assigned(id))}
          />
        </span>
      )}
      <button type="button" className="list__button is-quiet" onClick={onClear}>
        {say('clear')}
      </button>
      {deed && (
        <BulkDialog
          list={list}
          rows={rows}
          deed={deed}
          language={language}
          say={say}
          onClose={(ran) => {
            setDeed(null)
            setAssigning(false)
            if (ran) onDone()
          }}
        />
      )}
    </div>
  )
}
