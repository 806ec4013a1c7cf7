import { useRef, useState } from 'react'

import { useModal } from '@/src/admin/components/useModal'
import type { ListRow } from '@/src/domain/lists/column'
import type { ListDescription } from '@/src/questions/lists/describeList'

import { type BulkDeed, type BulkResult, runBulk } from './runBulk'
import type { ListWords } from './words'

const icons = { waiting: '…', done: '✓', refused: '✗' } as const

/** What is being done, record by record; asked once more before it begins. */
export const BulkDialog = ({
  list,
  rows,
  deed,
  language,
  say,
  onClose,
}: {
  list: ListDescription
  rows: readonly ListRow[]
  deed: BulkDeed
  language: 'zh' | 'en'
  say: ListWords
  onClose: (ran: boolean) => void
}) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [results, setResults] = useState<ReadonlyMap<number, BulkResult>>(new Map())
  const [running, setRunning] = useState<AbortController | null>(null)
  const [note, setNote] = useState('')
  const [withOpen, setWithOpen] = useState(true)
  const handsOver = deed.kind === 'assign' && list.slug === 'customers'
  const isOver = running !== null && (results.size === rows.length || running.signal.aborted)
  const mayClose = running === null || isOver
  // a browser lets Escape be refused once only: what runs is in sight until it is over
  const closed = useModal(dialog, () => (mayClose ? onClose(running !== null) : dialog.current?.showModal()))
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
      onCancel={(event) => !mayClose && event.preventDefault()}
      onClose={closed}
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
        {mayClose && (
          <button type="button" className="list__button" onClick={() => onClose(running !== null)}>
            {running ? say('close') : say('cancel')}
          </button>
        )}
      </footer>
    </dialog>
  )
}
