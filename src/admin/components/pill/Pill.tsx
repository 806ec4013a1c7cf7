import type { ReactNode } from 'react'

import { toneOf } from '@/src/domain/messages/tones'
import './pill.css'

/** A state as a word with a dot; the colour only repeats what the word says. */
export const Pill = ({ value, children, title }: { value: string; children: ReactNode; title?: string | undefined }) => (
  <span className={`pill pill--${toneOf(value)}`} title={title}>
    {children}
  </span>
)
