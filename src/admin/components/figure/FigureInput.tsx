'use client'

import { useEffect } from 'react'

import { useTypedFigure } from './useTypedFigure'
import './figure.css'

const words = { zh: '不是数字', en: 'Not a figure' } as const

/** A figure asked for on a screen. An arrow or the wheel never changes it; what is no figure is told to whoever asks (`onUnread`). */
export const FigureInput = ({
  id,
  value,
  scale,
  label,
  required,
  language,
  onChange,
  onUnread,
  kept,
  onUnreadText,
}: {
  id?: string
  value: number | null
  scale?: number
  label?: string
  required?: boolean
  language: 'zh' | 'en'
  onChange: (value: number | null) => void
  onUnread?: (isUnread: boolean) => void
  /** what is no figure outlives the input, which may be closed: it comes back by `kept` */
  kept?: string | undefined
  onUnreadText?: (text: string) => void
}) => {
  const figure = useTypedFigure({ value, ...(scale === undefined ? {} : { scale }), kept, onChange, onUnreadText })
  const isUnread = figure.unread !== null
  useEffect(() => onUnread?.(isUnread), [isUnread]) // eslint-disable-line react-hooks/exhaustive-deps -- told when it changes
  return (
    <input
      id={id}
      type="text"
      className={`figure ${isUnread ? 'is-wrong' : ''}`}
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={isUnread}
      aria-required={required}
      title={isUnread ? `${words[language]}: ${figure.text}` : undefined}
      value={figure.text}
      onChange={({ target }) => figure.type(target.value)}
      onBlur={figure.leave}
      onFocus={({ target }) => target.select()}
    />
  )
}
