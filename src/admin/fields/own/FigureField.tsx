'use client'

import { getTranslation } from '@payloadcms/translations'
import { FieldDescription, FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { NumberFieldClientProps } from 'payload'
import { useRef } from 'react'

import { useTypedFigure } from '@/src/admin/components/figure/useTypedFigure'
import { spokenFigure } from '@/src/domain/grid/readCell'

import './own.css'
import { useTypedEntry } from './useTypedEntry'

const words = { zh: '不是数字，或小数位太多', en: 'Not a figure, or too many decimals' } as const

/** A figure, read as in every cell of a grid. Arrows and the wheel do not change it; what cannot be read stays and is not saved. */
export const FigureField = ({
  field,
  path: given,
  readOnly: fixed,
  scale,
  isAmount = false,
}: NumberFieldClientProps & { scale?: number; isAmount?: boolean }) => {
  const path = given ?? field.name
  const { value, setValue, showError, errorMessage, disabled } = useField<number | null>({ path })
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const input = useRef<HTMLInputElement>(null)
  const stored = typeof value === 'number' ? value : null
  const figure = useTypedFigure({ value: stored, isAmount, onChange: setValue, ...(scale === undefined ? {} : { scale }) })
  const isRead = Boolean(fixed || field.admin?.readOnly)
  const label = getTranslation(field.label ?? field.name, i18n)
  const id = `field-${path.replaceAll('.', '__')}`
  useTypedEntry({ path, label, typed: { unread: () => figure.unread, discard: figure.discard }, place: input })
  const wrong = figure.unread === null ? (showError ? errorMessage : undefined) : words[language]
  return (
    <div className={`field-type own-field ${wrong ? 'error' : ''}`}>
      <FieldLabel
        label={label}
        path={path}
        required={!isRead && field.required === true}
        {...(isRead ? { as: 'span' } : { htmlFor: id })}
      />
      <div className="own-field__input">
        <FieldError path={path} showError={showError} />
        {isRead ? (
          <span id={id} className="own-field__told">
            {stored === null ? '—' : spokenFigure(stored, isAmount ? 'amount' : 'figure')}
          </span>
        ) : (
          <input
            ref={input}
            id={id}
            type="text"
            className="figure"
            inputMode="decimal"
            autoComplete="off"
            readOnly={disabled}
            aria-invalid={Boolean(wrong)}
            title={wrong}
            value={figure.text}
            onChange={({ target }) => figure.type(target.value)}
            onBlur={figure.leave}
            onFocus={({ target }) => target.select()}
          />
        )}
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
