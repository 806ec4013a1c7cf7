'use client'

import { RenderLexical } from '@payloadcms/richtext-lexical/client'
import type { ReactElement } from 'react'

const nothing = (): void => undefined

/** The editor of a note: the one of all texts, drawn by the server from the field of notes. What stands in it is asked of it when it is sent. */
export const NoteEditor = ({ label, waiting }: { label: string; waiting: ReactElement }) => (
  <RenderLexical name="rich" label={label} path="rich" schemaPath="collection.document-notes.rich" setValue={nothing} Loading={waiting} />
)
