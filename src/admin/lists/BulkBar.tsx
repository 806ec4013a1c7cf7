import { useEffect, useState } from 'react'

import { nameOf } from '@/src/admin/components/lookup/askLookup'
import { RecordPicker } from '@/src/admin/components/lookup/RecordPicker'
import { ask } from '@/src/admin/request/ask'
import type { ListRow } from '@/src/domain/lists/column'
import type { ListDescription } from '@/src/questions/lists/describeList'

import { BulkDialog } from './BulkDialog'
import type { BulkDeed } from './runBulk'
import type { ListWords } from './words'

type Sheet = { name: string; title: string; mail: boolean; unsent: readonly string[] }
type Props = {
  list: ListDescription
  rows: readonly ListRow[]
  language: 'zh' | 'en'
  say: ListWords
  onDone: () => void
  onClear: () => void
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
  // what none of them can take is not offered
  const someIn = (states: readonly string[]): boolean => rows.some(({ state }) => state !== undefined && states.includes(state))
  const mails = sheets.filter(({ mail, unsent }) => mail && rows.some(({ state }) => state === undefined || !unsent.includes(state)))
  const mayAssign = list.mayAssign && (!list.assignedIn || someIn(list.assignedIn))
  const named = (word: 'print' | 'mail', { title }: Sheet, all: readonly Sheet[]): string =>
    all.length === 1 ? say(word) : `${say(word)} ${title}`
  return (
    <div className="list__bulk" role="toolbar" aria-label={say('selected')}>
      <b>
        {say('selected')} {rows.length}
      </b>
      {list.verbs.filter(({ from }) => someIn(from)).map(({ name, label }) => button(label, { kind: 'verb', name, label }))}
      {sheets.map((sheet) =>
        button(named('print', sheet, sheets), { kind: 'print', name: sheet.name, label: named('print', sheet, sheets) }),
      )}
      {mails.map((sheet) => button(named('mail', sheet, mails), { kind: 'mail', name: sheet.name, label: named('mail', sheet, mails) }))}
      {mayAssign && !assigning && (
        <button type="button" className="list__button" onClick={() => setAssigning(true)}>
          {assign}
        </button>
      )}
      {mayAssign && assigning && (
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
