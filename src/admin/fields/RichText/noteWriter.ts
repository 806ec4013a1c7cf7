import { createContext } from 'react'

import type { Found } from '@/src/domain/lookup/kinds'

/** What whoever reads a text can ask of its editor at any moment. */
export type NoteText = {
  /** what stands in it now */
  read: () => unknown
  /** to begin anew */
  clear: () => void
  /** to go on with what was typed before it came, where the caret stood in that; null: it stood elsewhere */
  goOn: (typed: string, at: number | null) => void
}

/** Somebody who listens to what is typed in an editor below him. */
export type NoteWriter = {
  label: string
  language: 'zh' | 'en'
  onEditor: (text: NoteText | null) => void
  onEmpty: (isEmpty: boolean) => void
  onMention: (person: Found) => void
  onSend: () => void
}

export const NoteWriterContext = createContext<NoteWriter | null>(null)

export type NoteEditor = typeof import('./NoteEditor').NoteEditor

/** Named here, in the first load, and not by the tab: of a part that is loaded the builder announces files by names they do not get (docs/lessons.md). */
export const loadNoteEditor = async (): Promise<NoteEditor> => (await import('./NoteEditor')).NoteEditor
