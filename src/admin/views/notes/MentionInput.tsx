'use client'

import { useEffect, useId, useRef, useState } from 'react'

import { askLookup } from '@/src/admin/components/lookup/askLookup'
import { LookupList } from '@/src/admin/components/lookup/LookupList'
import type { Found } from '@/src/domain/lookup/kinds'

const wait = 80 // milliseconds after the last key

/** The name that is being typed after an @, up to the caret; null when none is. */
const beingTyped = (text: string, caret: number): string | null => /(?:^|\s)@([^\s@]{0,30})$/.exec(text.slice(0, caret))?.[1] ?? null

/** A text in which people are named with @: the look-up opens while a name is typed; only a person chosen there is told. */
export const MentionInput = ({
  value,
  label,
  placeholder,
  language,
  onChange,
  onMention,
  onSend,
}: {
  value: string
  label: string
  placeholder: string
  language: 'zh' | 'en'
  onChange: (text: string) => void
  onMention: (person: Found) => void
  onSend: () => void
}) => {
  const input = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const [asked, setAsked] = useState<string | null>(null)
  const [answer, setAnswer] = useState<{ q: string; rows: Found[] } | null>(null)
  const [at, setAt] = useState(0)
  useEffect(() => {
    if (asked === null) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      askLookup({ kind: 'users', q: asked, signal: abort.signal }).then(
        (rows) => {
          setAnswer({ q: asked, rows })
          setAt(0)
        },
        () => undefined, // typing on asks again
      )
    }, wait)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asked])
  const rows = asked !== null && answer?.q === asked ? answer.rows : []
  const isOpen = rows.length > 0
  const take = (person: Found): void => {
    const caret = input.current?.selectionStart ?? value.length
    const start = caret - (asked?.length ?? 0)
    onChange(`${value.slice(0, start)}${person.name} ${value.slice(caret)}`)
    onMention(person)
    setAsked(null)
    requestAnimationFrame(() => {
      const place = start + person.name.length + 1
      input.current?.focus()
      input.current?.setSelectionRange(place, place)
    })
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSend()
      return
    }
    if (!isOpen) return
    const chosen = rows[at]
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, rows.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen)
    else if (event.key === 'Escape') setAsked(null)
    else return
    event.preventDefault()
  }
  return (
    <>
      <textarea
        ref={input}
        rows={3}
        maxLength={5000}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${at}` : undefined}
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => {
          onChange(target.value)
          setAsked(beingTyped(target.value, target.selectionStart))
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setAsked(null)}
      />
      {isOpen && <LookupList id={list} anchor={input} rows={rows} at={at} language={language} label={label} onTake={take} />}
    </>
  )
}
