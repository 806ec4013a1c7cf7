'use client'

import { FieldDescription, FieldError, FieldLabel, ShimmerEffect, useField, useTranslation } from '@payloadcms/ui'
import { type ComponentProps, lazy, Suspense, useContext, useState } from 'react'

import { RichView } from '@/src/admin/components/RichView'
import { useIsAlive } from '@/src/admin/useIsAlive'
import { readRichText } from '@/src/domain/text/richText'

import { NoteWriterContext } from './noteWriter'
import type { RichTextEditor } from './RichTextEditor'
import './richText.css'

// not `next/dynamic`: what that announces ahead of this one names a file the build does not have
const Editor = lazy(async () => ({ default: (await import('./RichTextEditor')).RichTextEditor }))

const words = { edit: { zh: '编辑', en: 'Edit' }, none: { zh: '（无）', en: '(none)' } } as const

/**
 * A text is read until somebody writes it: it comes with the page as paper and mail show it. The editor weighs as much as the rest of a
 * page and is loaded when the text is pressed; of a text that is only read, never. A note is there to be written and has its editor at once.
 */
export const RichTextLoaded = (props: Omit<ComponentProps<typeof RichTextEditor>, 'isEntered'>) => {
  const { field, path, schemaPath } = props
  const { value, disabled, showError } = useField<unknown>({ path })
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const isAlive = useIsAlive()
  const [isWritten, setWritten] = useState(false)
  const isNote = useContext(NoteWriterContext) !== null
  const isRead = Boolean(props.readOnly || field.admin?.readOnly || disabled)
  if ((isWritten || isNote) && !isRead)
    return (
      <Suspense fallback={<ShimmerEffect height="10rem" />}>
        <Editor {...props} isEntered={isWritten} />
      </Suspense>
    )
  const blocks = readRichText(value)
  return (
    <div className="field-type rich-text-lexical rich-text" data-field-path={path} data-field-schemapath={schemaPath}>
      <FieldError path={path} showError={showError} />
      <div className="rich-text__head">
        <FieldLabel as="span" label={field.label ?? field.name} path={path} required={field.required ?? false} />
        {!isRead && (
          <button type="button" className="rich-text__edit" disabled={!isAlive} onClick={() => setWritten(true)}>
            {words.edit[language]}
          </button>
        )}
      </div>
      <div
        className={isRead ? 'rich-text__told' : 'rich-text__told is-open'}
        onClick={({ target }) => {
          if (!isRead && isAlive && target instanceof Element && !target.closest('a')) setWritten(true)
        }}
      >
        {blocks.length > 0 ? <RichView blocks={blocks} /> : <span className="rich-text__none">{words.none[language]}</span>}
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
