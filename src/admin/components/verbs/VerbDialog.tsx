'use client'

import { Button } from '@payloadcms/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import type { Ask, Named } from '@/src/domain/kernel/ask'

import type { Told } from '../../request/refusals'
import { RecordPicker } from '../lookup/RecordPicker'
import { useModal } from '../useModal'
import { useUnread } from '../useUnread'
import { AskLines } from './AskLines'
import { OneAsk } from './OneAsk'

type Values = Record<string, unknown>

const initialOf = (asks: readonly Ask[]): Values =>
  Object.fromEntries(asks.flatMap((ask) => ('initial' in ask && ask.initial !== undefined ? [[ask.name, ask.initial]] : [])))

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** The one dialog of all verbs, made from what the verb asks. Escape closes it, Ctrl+Enter confirms; what was typed stays after a refusal. */
export const VerbDialog = ({
  slug,
  id,
  label,
  asks,
  language,
  busy,
  told,
  onConfirm,
  onClose,
  children,
}: {
  slug: string
  id: number | string
  label: Named
  asks: readonly Ask[]
  language: keyof Named
  busy: boolean
  told: readonly Told[]
  onConfirm: (body: Values) => void
  onClose: () => void
  /** what can be done about a refusal, beneath it */
  children?: ReactNode
}) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [values, setValues] = useState<Values>(() => initialOf(asks))
  const closed = useModal(dialog, onClose)
  useEffect(() => {
    dialog.current?.querySelector<HTMLElement>('textarea, select, input:not([type=checkbox])')?.focus()
  }, [])
  // a refusal is seen however long the dialog is
  const refusals = useRef<HTMLUListElement>(null)
  useEffect(() => refusals.current?.scrollIntoView({ block: 'nearest' }), [told])
  // what was typed and means nothing yet is neither left out nor taken for something else
  const [hasUnread, tell] = useUnread()
  const missing = hasUnread || asks.some(({ name, required }) => required && isEmpty(values[name]))
  const set = (name: string, value: unknown): void => setValues((before) => ({ ...before, [name]: value }))
  const confirm = (): void => {
    const kept = asks.flatMap((ask) => {
      const value = values[ask.name]
      return ask.kind === 'lines' ? (value === undefined ? [] : [[ask.name, value]]) : isEmpty(value) ? [] : [[ask.name, value]]
    })
    if (!missing && !busy) onConfirm(Object.fromEntries(kept) as Values)
  }
  return createPortal(
    <dialog
      ref={dialog}
      className="verb-dialog"
      aria-label={label[language]}
      onClose={closed}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.stopPropagation() // a dialog over this one is a part of it in React
        confirm()
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation() // the document's own form is an ancestor in React, though not on the page
          confirm()
        }}
      >
        <h2>{label[language]}</h2>
        {asks.map((ask) =>
          ask.kind === 'lines' ? (
            <AskLines
              key={ask.name}
              ask={ask}
              slug={slug}
              id={id}
              language={language}
              onAnswer={(value) => set(ask.name, value)}
              onUnread={(isUnread) => tell(ask.name, isUnread)}
            />
          ) : ask.kind === 'check' ? (
            <label key={ask.name} className="verb-dialog__check">
              <input
                type="checkbox"
                checked={values[ask.name] === true}
                onChange={({ target }) => set(ask.name, target.checked || undefined)}
              />
              {ask.label[language]}
            </label>
          ) : ask.kind === 'record' ? (
            <div key={ask.name} className="verb-dialog__ask">
              <span>
                {ask.label[language]}
                {ask.required ? ' *' : ''}
              </span>
              <RecordPicker
                kind={ask.of}
                value={(values[ask.name] as number | null | undefined) ?? null}
                label={ask.label[language]}
                language={language}
                onChange={(chosen) => set(ask.name, chosen)}
                onUnread={(isUnread) => tell(ask.name, isUnread)}
              />
              {ask.hint && <small>{ask.hint[language]}</small>}
            </div>
          ) : (
            <OneAsk
              key={ask.name}
              ask={ask}
              value={String((values[ask.name] as string | number | undefined) ?? '')}
              language={language}
              onChange={(value) => set(ask.name, value)}
              onUnread={(isUnread) => tell(ask.name, isUnread)}
            />
          ),
        )}
        {told.length > 0 && (
          <ul ref={refusals} className="verb-dialog__refusals" role="alert">
            {told.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        {children}
        <div className="verb-dialog__buttons">
          <Button buttonStyle="secondary" margin={false} onClick={onClose} type="button">
            {language === 'zh' ? '返回' : 'Back'}
          </Button>
          <Button buttonStyle="primary" margin={false} disabled={missing || busy} type="submit">
            {label[language]}
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
