'use client'

import './files.css'

import { FieldDescription, FieldError, FieldLabel, useField, useListDrawer, useTranslation } from '@payloadcms/ui'
import type { UploadFieldClientComponent } from 'payload'
import { type ClipboardEvent, type DragEvent, useId, useMemo, useRef, useState } from 'react'

import { idOf } from '@/src/domain/kernel/idOf'

import type { AttachedFile, FileKind } from '../../components/viewer/attachedFile'
import { OpenedViewer } from '../../components/viewer/OpenedViewer'
import { FileTile } from './FileTile'
import { SendingRow } from './SendingRow'
import { type Link, useAttached } from './useAttached'
import { useSending } from './useSending'
import { formats, limits, maxFiles, tooMany, words } from './words'

type Stored = number | { id: number } | { relationTo: FileKind; value: number | { id: number } }

const linkOf = (value: Stored, kinds: readonly FileKind[]): Link =>
  typeof value === 'object' && 'relationTo' in value
    ? { kind: value.relationTo, id: idOf(value.value) ?? 0 }
    : { kind: kinds[0] as FileKind, id: idOf(value) ?? 0 }

/** Files where they belong: dropped, pasted or chosen, several at once; shown as pictures and drawings; looked into by a click. */
export const FileDrop: UploadFieldClientComponent = ({ field, path: given, readOnly: fixed }) => {
  const path = given ?? field.name
  const { value, setValue, showError, disabled } = useField<Stored[] | null>({ path })
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const polymorphic = Array.isArray(field.relationTo)
  const kinds = useMemo(() => [field.relationTo].flat() as FileKind[], [field.relationTo])
  const readOnly = Boolean(fixed) || Boolean(field.admin?.readOnly) || disabled
  const links = (value ?? []).map((each) => linkOf(each, kinds))
  const latest = useRef(links)
  latest.current = links
  const { files, hidden, remember } = useAttached(links)
  const [opened, setOpened] = useState<number | null>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const keep = (next: readonly Link[]): void => {
    latest.current = [...next]
    setValue(next.map((link) => (polymorphic ? { relationTo: link.kind, value: link.id } : link.id)))
  }
  const add = (file: AttachedFile): void => {
    remember(file)
    if (!latest.current.some((link) => link.kind === file.kind && link.id === file.id))
      keep([...latest.current, { kind: file.kind, id: file.id }])
  }
  const { sendings, send, dismiss, retry } = useSending({ kinds, language, onSent: add })
  const take = (chosen: readonly File[]): void => {
    const room = maxFiles - latest.current.length - sendings.length
    setRefused(chosen.length > room ? tooMany(language) : '')
    send(chosen.slice(0, Math.max(0, room)))
  }
  const [ListDrawer, , { openDrawer, closeDrawer }] = useListDrawer({ collectionSlugs: [...kinds], uploads: true })
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (!readOnly) take([...event.dataTransfer.files])
  }
  const paste = (event: ClipboardEvent): void => {
    const pasted = [...event.clipboardData.files]
    if (readOnly || pasted.length === 0) return
    event.preventDefault()
    take(pasted)
  }
  const earlier = (index: number): void => {
    const next = [...links]
    next.splice(index - 1, 0, ...next.splice(index, 1))
    keep(next)
  }
  const isEmpty = links.length + sendings.length === 0
  if (readOnly && isEmpty) return null
  return (
    <div
      className={['file-drop field-type', over && 'is-over', isEmpty && 'is-empty', showError && 'error'].filter(Boolean).join(' ')}
      id={`field-${path.replace(/\./g, '__')}`}
      onDragOver={(event) => {
        event.preventDefault()
        if (!readOnly) setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      <FieldLabel label={field.label ?? field.name} path={path} required={field.required ?? false} htmlFor={id} />
      <FieldError path={path} showError={showError} />
      {files.length > 0 && (
        <ul className="file-drop__files">
          {files.map((file, index) => (
            <FileTile
              key={`${file.kind} ${file.id}`}
              file={file}
              language={language}
              onOpen={() => setOpened(index)}
              onRemove={readOnly ? undefined : () => keep(links.filter((link) => link.kind !== file.kind || link.id !== file.id))}
              onEarlier={readOnly || index === 0 || hidden > 0 ? undefined : () => earlier(index)}
            />
          ))}
        </ul>
      )}
      {hidden > 0 && <small>{words.hidden[language]}</small>}
      {sendings.length > 0 && (
        <ul className="file-drop__sending">
          {sendings.map((sending) => (
            <SendingRow
              key={sending.key}
              sending={sending}
              language={language}
              onDismiss={() => dismiss(sending)}
              onRetry={() => retry(sending)}
            />
          ))}
        </ul>
      )}
      {refused && <p role="alert">{refused}</p>}
      {!readOnly && (
        <div className="file-drop__zone" tabIndex={0} role="group" aria-label={words.drop[language]}>
          <span>{words.drop[language]}</span>
          <small>{formats(kinds, language)}</small>
          <input
            ref={input}
            id={id}
            type="file"
            multiple
            accept={kinds.map((kind) => limits[kind].accept).join(',')}
            onChange={({ target }) => {
              take([...(target.files ?? [])])
              target.value = ''
            }}
          />
          <span className="file-drop__buttons">
            <button type="button" className="file-drop__choose" onClick={() => input.current?.click()}>
              {words.choose[language]}
            </button>
            <button type="button" className="file-drop__more" onClick={openDrawer}>
              {words.existing[language]}
            </button>
          </span>
        </div>
      )}
      <FieldDescription description={field.admin?.description} path={path} />
      <ListDrawer
        onSelect={({ collectionSlug, doc }) => {
          add({ ...(doc as AttachedFile), kind: collectionSlug as FileKind })
          closeDrawer()
        }}
      />
      <OpenedViewer files={files} start={opened} onClose={() => setOpened(null)} />
    </div>
  )
}
