'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import { DayInput } from '@/src/admin/components/day/DayInput'
import { RecordPicker } from '@/src/admin/components/lookup/RecordPicker'
import { ask } from '@/src/admin/request/ask'
import type { Found } from '@/src/domain/lookup/kinds'
import { readRichText, type RichBlock } from '@/src/domain/text/richText'
import { plainTextOf } from '@/src/domain/text/writeRichText'

import { useUnread } from '../../components/useUnread'
import { RichView } from '../../components/RichView'
import { NoteField, type Written } from './NoteField'
import { words } from './words'
import './notes.css'

type Step = { due: string; who: string; isMine: boolean; done: string | null }

type Note = { id: number; at: string; by: string; blocks: RichBlock[]; step: Step | null }

/** 备注: what people say about the record, who is told of it, and who does what next and when. */
export const NotesTab = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say = words[language]
  const address = `/api/notes/${collectionSlug ?? ''}/${id ?? ''}`
  const [notes, setNotes] = useState<Note[] | null>(null)
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const written = useRef<Written | null>(null)
  const [isEmpty, setEmpty] = useState(true)
  const [mentioned, setMentioned] = useState<readonly Found[]>([])
  const [assignee, setAssignee] = useState<number | null>(null)
  const [isUnread, tell] = useUnread()
  const [due, setDue] = useState('')
  const [key, setKey] = useState(() => crypto.randomUUID())
  const load = useCallback(
    async (signal?: AbortSignal): Promise<void> => {
      const answer = await ask<{ notes: Note[] }>(address, { language, signal })
      if (answer.ok) setNotes(answer.body.notes)
      else setRefusals(answer.refusals.map(({ message }) => message))
    },
    [address, language],
  )
  useEffect(() => {
    const abort = new AbortController()
    load(abort.signal).catch(() => abort.signal.aborted || setRefusals([words[language].failed]))
    return () => abort.abort()
  }, [language, load])

  const post = async (to: string, send: object): Promise<boolean> => {
    const answer = await ask(to, { send, language, key, waits: true }).catch(() => null)
    if (!answer?.ok) {
      setRefusals(answer ? answer.refusals.map(({ message }) => message) : [say.failed])
      return false
    }
    setRefusals([])
    setKey(crypto.randomUUID())
    await load()
    return true
  }
  const isHalf = (assignee === null) !== (due === '')
  const send = async (): Promise<void> => {
    const text = written.current?.read()
    const said = typeof text === 'string' ? text : plainTextOf(readRichText(text))
    if (said.trim() === '' || isHalf || isUnread) return
    // who was taken out of the text again is not told
    const mentions = mentioned.filter(({ name }) => said.includes(`@${name}`)).map((person) => person.id)
    if (!(await post(address, { text, mentions: [...new Set(mentions)], due: due || null, assignee }))) return
    written.current?.clear()
    setMentioned([])
    setAssignee(null)
    setDue('')
  }
  const sending = useRef(send)
  useEffect(() => {
    sending.current = send
  })
  const onMention = useCallback((person: Found) => setMentioned((before) => [...before, person]), [])
  const onSend = useCallback(() => void sending.current(), [])
  return (
    <div className="notes">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <NoteField label={say.note} language={language} written={written} onEmpty={setEmpty} onMention={onMention} onSend={onSend} />
        <small>{say.hint}</small>
        <div className="notes__step">
          <span>{say.step}</span>
          <RecordPicker
            kind="users"
            value={assignee}
            label={say.who}
            placeholder={say.who}
            language={language}
            onChange={setAssignee}
            onUnread={(is) => tell('who', is)}
          />
          <DayInput label={say.due} language={language} value={due} onChange={setDue} onUnread={(is) => tell('due', is)} />
          <button type="submit" className="main-button" title="Ctrl+Enter" disabled={isEmpty || isHalf || isUnread}>
            {say.send}
          </button>
        </div>
        {isHalf && <small>{say.both}</small>}
      </form>
      {refusals.length > 0 && (
        <ul className="notes__refusals" role="alert">
          {refusals.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {notes?.length === 0 && <p className="notes__none">{say.none}</p>}
      <ol>
        {notes?.map((note) => (
          <li key={note.id}>
            <p className="notes__head">
              <b>{note.by}</b> <time>{note.at}</time>
            </p>
            <RichView className="notes__text" blocks={note.blocks} />
            {note.step && (
              <p className={note.step.done ? 'notes__due is-done' : 'notes__due'}>
                {note.step.done ? '✓' : '→'} {note.step.due} {note.step.who}
                {note.step.done && ` · ${say.doneAt} ${note.step.done}`}
                {note.step.isMine && (
                  <button
                    type="button"
                    className="plain-button"
                    onClick={() => void post(`/api/notes/${note.id}/done`, { done: !note.step?.done })}
                  >
                    {note.step.done ? say.again : say.done}
                  </button>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
