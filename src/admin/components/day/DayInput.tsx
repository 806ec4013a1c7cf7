import { type Ref, useEffect, useRef, useState } from 'react'

import { readDate } from '@/src/domain/grid/readCell'

import './day.css'

const words = {
  pick: { zh: '从日历选择', en: 'Choose from a calendar' },
  unread: { zh: '不是日期', en: 'Not a date' },
} as const

type Props = {
  /** `2026-11-29`, or nothing. */
  value: string
  label: string
  language: 'zh' | 'en'
  id?: string
  isShut?: boolean
  /** Why the day is wrong, where somebody else has found it so. */
  wrong?: string | undefined
  input?: Ref<HTMLInputElement>
  /** What is typed and no day: it stays in the field. Given at every key by whoever keeps it, and told when it is none any more. */
  typed?: string | null
  onTyped?: (text: string | null) => void
  /** Whether what stands there is no day: for whoever sends it somewhere. */
  onUnread?: (isUnread: boolean) => void
  isRequired?: boolean
  /** A day, or nothing. */
  onChange: (day: string) => void
}

/** A day as it is typed in every cell of a grid (`12-5`, `1205`, `+7`), or taken from the browser's calendar. It reads `2026-11-29` whatever the browser speaks. */
export const DayInput = ({
  value,
  label,
  language,
  id,
  isShut = false,
  wrong,
  input,
  typed: kept,
  onTyped,
  onUnread,
  isRequired,
  onChange,
}: Props) => {
  const [own, setOwn] = useState<string | null>(null)
  const calendar = useRef<HTMLInputElement>(null)
  const typed = kept === undefined ? own : kept
  const setTyped = onTyped ?? setOwn
  const isUnread = typed !== null && 'unread' in readDate(typed, new Date().toLocaleDateString('sv-SE'))
  useEffect(() => onUnread?.(isUnread), [isUnread]) // eslint-disable-line react-hooks/exhaustive-deps -- told when it changes
  const told = isUnread ? words.unread[language] : wrong
  return (
    <span className={told ? 'day-input is-wrong' : 'day-input'}>
      <input
        ref={input}
        id={id}
        type="text"
        autoComplete="off"
        placeholder="YYYY-MM-DD"
        aria-label={id ? undefined : label}
        aria-invalid={Boolean(told)}
        aria-required={isRequired}
        title={told}
        readOnly={isShut}
        value={typed ?? value}
        onChange={({ target }) => {
          setTyped(target.value)
          const next = readDate(target.value, new Date().toLocaleDateString('sv-SE'))
          if ('value' in next) onChange(String(next.value ?? ''))
        }}
        onBlur={() => !isUnread && setTyped(null)}
      />
      <button
        type="button"
        tabIndex={-1}
        disabled={isShut}
        aria-label={`${label}: ${words.pick[language]}`}
        title={words.pick[language]}
        onClick={() => calendar.current?.showPicker()}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden fill="none" stroke="currentColor">
          <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" />
        </svg>
      </button>
      <input
        ref={calendar}
        type="date"
        className="day-input__calendar"
        tabIndex={-1}
        aria-hidden
        aria-label={label}
        value={value}
        onChange={({ target }) => {
          setTyped(null)
          onChange(target.value)
        }}
      />
    </span>
  )
}
