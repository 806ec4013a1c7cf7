'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useContext, useEffect, useId, useRef, useState } from 'react'

import { askLookup } from '@/src/admin/components/lookup/askLookup'
import { LookupList } from '@/src/admin/components/lookup/LookupList'
import type { Found } from '@/src/domain/lookup/kinds'

import { goOnWith } from './goOnWith'
import { type NoteWriter, NoteWriterContext } from './noteWriter'

const wait = 80 // milliseconds after the last key

/** The name that is being typed after an @, up to the caret; null when none is. Asked while the editor is read. */
function beingTyped(): string | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node)) return null
  return /(?:^|\s)@([^\s@]{0,30})$/.exec(node.getTextContent().slice(0, selection.anchor.offset))?.[1] ?? null
}

/** People are named with @: the look-up opens while a name is typed; only a person chosen there is told. Ctrl+Enter sends. */
const Mentions = ({ writer }: { writer: NoteWriter }) => {
  const [editor] = useLexicalComposerContext()
  const { label, language } = writer
  const list = useId()
  const anchor = useRef<HTMLElement | null>(null)
  const told = useRef(writer)
  const [asked, setAsked] = useState<string | null>(null)
  const [answer, setAnswer] = useState<{ q: string; rows: Found[] } | null>(null)
  const [at, setAt] = useState(0)
  const rows = asked !== null && answer?.q === asked ? answer.rows : []
  const isOpen = rows.length > 0
  useEffect(() => {
    told.current = writer
  }, [writer])

  useEffect(() => {
    anchor.current = editor.getRootElement()
    anchor.current?.setAttribute('aria-label', told.current.label)
    told.current.onEditor({
      read: () => editor.getEditorState().toJSON(),
      clear: () => editor.update(() => $getRoot().clear().append($createParagraphNode())),
      goOn: (typed, at) => goOnWith(editor, typed, at),
    })
    const forget = editor.registerUpdateListener(({ editorState }) =>
      editorState.read(() => {
        told.current.onEmpty($getRoot().getTextContent().trim() === '')
        setAsked(beingTyped())
      }),
    )
    return () => {
      forget()
      told.current.onEditor(null)
    }
  }, [editor])

  useEffect(() => {
    if (asked === null) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      askLookup({ kind: 'users', q: asked, signal: abort.signal }).then(
        (found) => {
          setAnswer({ q: asked, rows: found })
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

  const take = (person: Found): void => {
    editor.update(() => {
      const selection = $getSelection()
      const typed = beingTyped()
      if (!$isRangeSelection(selection) || typed === null) return
      const node = selection.anchor.getNode()
      if ($isTextNode(node)) node.spliceText(selection.anchor.offset - typed.length, typed.length, `${person.name} `, true)
    })
    told.current.onMention(person)
    setAsked(null)
  }
  const chosen = rows[at]
  const onKey = useRef<(key: string, event: KeyboardEvent | null) => boolean>(() => false)
  useEffect(() => {
    onKey.current = (key, event) => {
      if (event?.isComposing) return false
      if (key === 'Enter' && (event?.ctrlKey || event?.metaKey)) told.current.onSend()
      else if (!isOpen) return false
      else if (key === 'ArrowDown') setAt(Math.min(at + 1, rows.length - 1))
      else if (key === 'ArrowUp') setAt(Math.max(at - 1, 0))
      else if (key === 'Escape') setAsked(null)
      else if (chosen) take(chosen)
      event?.preventDefault()
      return true
    }
  })
  useEffect(() => {
    const hear = (key: string) => (event: KeyboardEvent | null) => onKey.current(key, event)
    const forget = [
      editor.registerCommand(KEY_ENTER_COMMAND, hear('Enter'), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_TAB_COMMAND, hear('Tab'), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ESCAPE_COMMAND, hear('Escape'), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, hear('ArrowDown'), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, hear('ArrowUp'), COMMAND_PRIORITY_CRITICAL),
    ]
    return () => forget.forEach((one) => one())
  }, [editor])

  if (!isOpen) return null
  return <LookupList id={list} anchor={anchor} rows={rows} at={at} language={language} label={label} onTake={take} />
}

/** An editor nobody listens to names nobody. */
const MentionPlugin = () => {
  const writer = useContext(NoteWriterContext)
  return writer && <Mentions writer={writer} />
}

export const MentionFeatureClient = createClientFeature({ plugins: [{ Component: MentionPlugin, position: 'normal' }] })
