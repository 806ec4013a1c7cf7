'use client'

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'

import { titleOf } from '@/src/domain/lookup/kinds'
import type { Found } from '@/src/domain/lookup/kinds'

import { askLookup } from './askLookup'
import { LookupList } from './LookupList'
import { type Answer, meant } from './meant'
import { useLeftBySave } from './useLeftBySave'
import './lookup.css'

/** What only a field one can type in has; a page with many lines does not say it of each of their fields beforehand. */
const alive = { role: 'combobox', 'aria-autocomplete': 'list', autoComplete: 'off', spellCheck: false } as const

export type LookupInputProps = {
  kind: string
  label: string
  id?: string
  /** the record that is chosen; null = none */
  chosen: Pick<Found, 'code' | 'name'> | null
  /** text that was left in the cell and means no record, or none yet */
  typed?: string | undefined
  wrong?: string | undefined
  placeholder?: string | undefined
  customer?: number | null
  /** also what is no longer chosen, for questions about the past */
  all?: boolean
  language: 'zh' | 'en'
  /** another number: what is being typed here is no longer wanted (taken back, filled down) */
  turn?: number
  cell?: { row: number; column: string }
  onTake: (found: Found | null) => void
  /** the cell is left before it is known what its text means */
  onLeave: (text: string) => void
  /** not to be typed in yet: the page is still being put together */
  isShut?: boolean
  onFocus?: () => void
}

const wait = 60 // milliseconds after the last key

/**
 * A record chosen by typing. What is typed is never replaced by what arrives: an answer counts only for the very text it was asked for,
 * an exact code wins, several candidates are chosen from, and a cell that is left early keeps its text until the answer has come.
 */
export const LookupInput = ({
  kind,
  label,
  id,
  chosen,
  typed,
  wrong,
  placeholder,
  customer,
  all = false,
  language,
  turn = 0,
  cell,
  isShut = false,
  onTake,
  onLeave,
  onFocus,
}: LookupInputProps) => {
  const [entry, setEntry] = useState<{ text: string; turn: number } | null>(null)
  const [browsing, setBrowsing] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [at, setAt] = useState<number | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  // leaving by a key also blurs the input, before it is drawn anew: what has been dealt with is not dealt with twice
  const live = useRef(false)
  const text = entry !== null && entry.turn === turn ? entry.text : null
  const asked = text ?? (browsing ? '' : null)
  useEffect(() => {
    if (asked === null) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      askLookup({ kind, q: asked, customer: customer ?? null, all, signal: abort.signal }).then(
        (rows) => {
          setAnswer({ q: asked, rows })
          setAt(null)
        },
        () => undefined, // dropped, or refused: then leaving the cell asks again and tells
      )
    }, wait)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [all, asked, customer, kind])
  const rows = asked !== null && answer?.q === asked ? answer.rows : []
  const isOpen = asked !== null && answer?.q === asked
  const close = (): void => {
    live.current = false
    setEntry(null)
    setBrowsing(false)
    setAt(null)
  }
  const take = (found: Found | null): void => {
    close()
    onTake(found)
  }
  /** Leaves the cell with what is typed; false: it stays, since one of several is still to be chosen. */
  const leave = ({ stays }: { stays: boolean }): boolean => {
    if (text !== null && !live.current) return true
    if (text === null) {
      const pointed = browsing && at !== null ? rows[at] : undefined
      if (pointed && stays) take(pointed)
      else close()
      return true
    }
    if (text.trim() === '') {
      take(null)
      return true
    }
    const means = meant({ typed: text, answer, at })
    if ('found' in means) take(means.found)
    else if (stays && 'several' in means) setAt(0)
    else {
      close()
      onLeave(text)
    }
    return !(stays && ('several' in means || 'none' in means))
  }
  useLeftBySave(input, () => void leave({ stays: false }))
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const absorb = (): void => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.nativeEvent.isComposing) return event.stopPropagation() // the input method has the key
    if (event.key === 'F4') {
      absorb()
      setBrowsing(true)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isOpen && rows.length > 0 && !event.altKey) {
      absorb()
      const next = event.key === 'ArrowDown' ? (at ?? -1) + 1 : (at ?? rows.length) - 1
      setAt(Math.min(Math.max(next, 0), rows.length - 1))
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (!leave({ stays: true })) absorb()
    } else if (event.key === 'Tab') leave({ stays: false })
    else if (event.key === 'Escape' && asked !== null) {
      absorb()
      close()
    }
  }
  useLayoutEffect(() => {
    if (text !== null && document.activeElement !== input.current) input.current?.focus()
  }, [text])
  const kept = useRef({ text, onLeave })
  useLayoutEffect(() => void (kept.current = { text, onLeave }))
  useLayoutEffect(
    () => () => {
      const { text: last, onLeave: tell } = kept.current
      if (live.current && last !== null && last.trim() !== '') tell(last) // the cell goes while it is being typed in: its text does not
    },
    [],
  )
  const shown = text ?? typed ?? (chosen ? titleOf(chosen) : '')
  return (
    <>
      <input
        ref={input}
        id={id}
        aria-label={isShut && cell ? undefined : label}
        {...(isShut ? {} : alive)}
        aria-expanded={isShut ? undefined : isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen && at !== null ? `${list}-${at}` : undefined}
        aria-invalid={isShut ? undefined : Boolean(wrong)}
        readOnly={isShut}
        className={wrong ? 'lookup is-wrong' : 'lookup'}
        title={wrong ?? (chosen ? titleOf(chosen) : undefined)}
        placeholder={placeholder}
        data-row={isShut ? undefined : cell?.row}
        data-column={isShut ? undefined : cell?.column}
        value={shown}
        onChange={({ target }) => {
          live.current = true
          setEntry({ text: target.value, turn })
          setAt(null)
        }}
        onFocus={({ target }) => {
          onFocus?.()
          target.select()
        }}
        onClick={() => {
          if (typed === undefined || text !== null) return
          live.current = true
          setEntry({ text: typed, turn })
        }}
        onBlur={() => leave({ stays: false })}
        onKeyDown={onKeyDown}
      />
      {isOpen && <LookupList id={list} anchor={input} rows={rows} at={at} language={language} label={label} onTake={take} />}
    </>
  )
}
