'use client'

import { useState } from 'react'

import { readFigure, spokenFigure } from '@/src/domain/grid/readCell'

type TypedFigure = {
  /** what stands in the input */
  text: string
  /** text that is no figure: it stays, is marked, and nothing is taken for it */
  unread: string | null
  type: (text: string) => void
  leave: () => void
  /** what was typed is no longer wanted */
  discard: () => void
}

/** A figure as it is typed in every cell of a grid: `1,234.5`, `¥0.35`, `13%`. It stays as it is typed until the input is left. */
export function useTypedFigure({
  value,
  scale = 6,
  isAmount = false,
  kept,
  onChange,
  onUnreadText,
}: {
  value: number | null
  scale?: number
  isAmount?: boolean
  /** text that could not be read before and is kept elsewhere */
  kept?: string | undefined
  onUnreadText?: ((text: string) => void) | undefined
  onChange: (value: number | null) => void
}): TypedFigure {
  const [typed, setTyped] = useState<string | null>(kept ?? null)
  const unread = typed !== null && 'unread' in readFigure(typed, scale) ? typed : null
  return {
    text: typed ?? (value === null ? '' : spokenFigure(value, isAmount ? 'amount' : 'figure')),
    unread,
    type: (text) => {
      setTyped(text)
      const read = readFigure(text, scale)
      if ('value' in read) onChange(read.value as number | null)
      else onUnreadText?.(text)
    },
    leave: () => unread === null && setTyped(null),
    discard: () => setTyped(null),
  }
}
