'use client'

import { FieldError, FieldLabel, useField, useFormFields, useTranslation } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useEffect, useState } from 'react'

import { ask } from '@/src/admin/request/ask'
import { idOf } from '@/src/domain/kernel/idOf'

type Title = { id?: string; title?: string; taxNo?: string | null; main?: boolean }

const words = {
  came: { zh: '按来源单据', en: 'As it came' },
  main: { zh: '默认', en: 'default' },
} as const

/** To which of the payer's titles an invoice is made out: offered only where there is a choice. */
export const ChosenTitle: TextFieldClientComponent = ({ field, path: given, readOnly }) => {
  const path = given ?? field.name
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({ path })
  const payer = useFormFields(([fields]) => idOf(fields['billTo']?.value) ?? idOf(fields['customer']?.value))
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [answer, setAnswer] = useState<{ payer: number; titles: Title[] } | null>(null)
  useEffect(() => {
    if (payer === null) return
    const abort = new AbortController()
    const look = async (): Promise<void> => {
      const reply = await ask<{ invoiceTitles?: Title[] | null }>(`/api/customers/${String(payer)}?depth=0&select[invoiceTitles]=true`, {
        language,
        signal: abort.signal,
      })
      if (reply.ok) setAnswer({ payer, titles: reply.body.invoiceTitles ?? [] })
    }
    look().catch(() => undefined) // the invoice says its title all the same
    return () => abort.abort()
  }, [payer, language])
  const titles = answer && answer.payer === payer ? answer.titles : []
  if (titles.length < 2 && !value) return null
  return (
    <div className="field-type text" id={`field-${path}`}>
      <FieldLabel label={field.label ?? field.name} path={path} htmlFor={`title-${path}`} />
      <FieldError path={path} showError={showError} message={errorMessage ?? ''} />
      <select
        id={`title-${path}`}
        className="field-select"
        value={value ?? ''}
        disabled={Boolean(readOnly) || disabled}
        onChange={({ target }) => setValue(target.value === '' ? null : target.value)}
      >
        <option value="">{words.came[language]}</option>
        {value && !titles.some(({ id }) => id === value) && <option value={value}>{value}</option>}
        {titles.map(({ id = '', title = '', taxNo, main }) => (
          <option key={id} value={id}>
            {[title, taxNo, main ? `(${words.main[language]})` : ''].filter(Boolean).join(' ')}
          </option>
        ))}
      </select>
    </div>
  )
}
