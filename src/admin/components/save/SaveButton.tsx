'use client'

import { useDocumentInfo, useForm, useFormModified, useHotkey, useEditDepth, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import { ConflictDialog } from './ConflictDialog'
import { useFirstField } from './useFirstField'
import { useSave } from './useSave'
import { type Word, words } from './words'
import './save.css'

/**
 * The one way to save a record: Ctrl+S, Enter in the head, or the button. What became of it stands beside it: a failed save until it is
 * put right, a saved one until the next change.
 */
export const SaveButton = () => {
  const { id, globalSlug } = useDocumentInfo()
  const { formRef } = useForm()
  const modified = useFormModified()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const { state, save, keepMine, takeTheirs, close } = useSave()
  useFirstField(!id && !globalSlug)
  const button = useRef<HTMLButtonElement>(null)
  const say = (word: Word): string => words[word][language]
  const isBusy = state.is === 'saving'
  const press = (): void => {
    if (!isBusy) void save()
  }
  const pressed = useRef(press)
  useEffect(() => void (pressed.current = press))
  useHotkey({ cmdCtrlKey: true, editDepth: useEditDepth(), keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    pressed.current()
  })
  useEffect(() => {
    // the platform's own way of saving greys out before it knows, and forgets what was refused
    const form = formRef?.current
    const submit = (event: Event): void => {
      event.preventDefault()
      event.stopImmediatePropagation()
      pressed.current()
    }
    form?.addEventListener('submit', submit, { capture: true })
    return () => form?.removeEventListener('submit', submit, { capture: true })
  }, [formRef])
  return (
    <div className="save">
      {!modified && state.is === 'saved' && (
        <span className="save__fine" role="status">
          {say('saved')}
        </span>
      )}
      {modified && state.is !== 'saving' && state.is !== 'failed' && <span className="save__open">{say('unsaved')}</span>}
      <button
        ref={button}
        id="action-save"
        type="button"
        className="main-button"
        disabled={isBusy || Boolean((id || globalSlug) && !modified && state.is !== 'failed')}
        title="Ctrl+S"
        onClick={press}
      >
        {say(isBusy ? 'saving' : 'save')}
      </button>
      {state.is === 'failed' && (
        <div className="save__told" role="alert">
          <strong>{say('failed')}</strong>
          <ul tabIndex={0}>
            {state.told.map(({ message, go }, index) => (
              <li key={`${message}${index}`}>
                {message}{' '}
                {go && (
                  <button type="button" onClick={go}>
                    {say('go')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {state.is === 'saved' && state.warnings.length > 0 && (
        <ul className="save__told is-warning" role="status">
          {state.warnings.map(({ message }, index) => (
            <li key={`${message}${index}`}>{message}</li>
          ))}
        </ul>
      )}
      {state.is === 'conflict' && (
        <ConflictDialog
          differences={state.differences}
          language={language}
          onTakeTheirs={takeTheirs}
          onKeepMine={() => void keepMine()}
          onClose={close}
        />
      )}
    </div>
  )
}
