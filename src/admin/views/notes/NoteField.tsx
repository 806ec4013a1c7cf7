'use client'

import { type RefObject, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { loadNoteEditor, type NoteEditor, type NoteText, type NoteWriter, NoteWriterContext } from '@/src/admin/fields/RichText/noteWriter'

/** What stands in a note: a rich text, or as it was typed where the editor has not come. */
export type Written = Pick<NoteText, 'read' | 'clear'>

type Props = Omit<NoteWriter, 'onEditor'> & { written: RefObject<Written | null> }

/** Keys that only lead through a field. */
const passing = new Set(['Tab', 'Shift', 'Escape', 'Control', 'Alt', 'Meta'])

/**
 * The text of a note. It is typed plainly until the editor is there, which weighs as much as the rest of the page and is fetched when the text is
 * pressed or a key in it; what was typed meanwhile goes over into it, and nothing is taken from under an input method. Should the editor not come, the note is sent as it was typed.
 */
export const NoteField = ({ label, language, onEmpty, onMention, onSend, written }: Props) => {
  const [loaded, setLoaded] = useState<{ Editor: NoteEditor } | null>(null)
  const [text, setText] = useState('')
  const [editor, setEditor] = useState<NoteText | null>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const now = useRef({
    isAsked: false,
    isComposing: false,
    isOver: false,
    typed: '',
    at: null as number | null,
    coming: null as NoteText | null,
  })

  const begin = (): void => {
    if (now.current.isAsked) return
    now.current.isAsked = true
    loadNoteEditor().then(
      (Editor) => setLoaded({ Editor }),
      () => (now.current.isAsked = false), // the next key asks once more
    )
  }
  const type = (typed: string): void => {
    now.current.typed = typed
    setText(typed)
    onEmpty(typed.trim() === '')
  }
  const { writer, goOver } = useMemo(() => {
    /** In one go, between two keys: none of them meets a field that is no longer there, or an editor that is not yet. */
    const over = (): void => {
      const { coming, isComposing } = now.current
      if (isComposing) return
      const field = plain.current
      now.current.at = field && document.activeElement === field ? field.selectionStart : null
      flushSync(() => {
        setEditor(coming)
        if (coming) setText('')
      })
    }
    const soon = (): void => void setTimeout(over)
    const own: NoteWriter = {
      label,
      language,
      onEditor: (coming) => {
        now.current.coming = coming
        soon()
      },
      onEmpty: (isEmpty) => now.current.isOver && onEmpty(isEmpty),
      onMention,
      onSend,
    }
    return { writer: own, goOver: soon }
  }, [label, language, onEmpty, onMention, onSend])
  useLayoutEffect(() => {
    now.current.isOver = editor !== null
    if (!editor) return
    editor.goOn(now.current.typed, now.current.at)
    now.current.typed = ''
  }, [editor])
  useEffect(() => {
    const clear = (): void => {
      now.current.typed = ''
      setText('')
      onEmpty(true)
    }
    written.current = editor ?? { read: () => now.current.typed, clear }
    return () => void (written.current = null)
  }, [editor, onEmpty, written])

  return (
    <NoteWriterContext value={writer}>
      {!editor && (
        <textarea
          ref={plain}
          className="notes__plain"
          aria-label={label}
          value={text}
          onClick={begin}
          onChange={({ target }) => {
            type(target.value)
            begin()
          }}
          onKeyDown={(event) => {
            if (passing.has(event.key)) return
            begin()
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            const sends = event.ctrlKey || event.metaKey
            if (sends) onSend()
            if (sends || text === '') event.preventDefault()
          }}
          onCompositionStart={() => (now.current.isComposing = true)}
          onCompositionEnd={() => {
            now.current.isComposing = false
            goOver()
          }}
        />
      )}
      {/* what of the editor is still waited for must not hide the field that is being typed in */}
      <div hidden={!editor}>
        <Suspense>{loaded && <loaded.Editor label={label} waiting={<span />} />}</Suspense>
      </div>
    </NoteWriterContext>
  )
}
