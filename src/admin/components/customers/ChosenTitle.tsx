'use client'

import { FieldError, FieldLabel, useDocumentInfo, useField, useFormFields, useTranslation } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useEffect, useState } from 'react'

import { ask } from '@/src/admin/request/ask'
import { idOf } from '@/src/domain/kernel/idOf'
import { inLanguages } from '@/src/domain/words/words'

type Title = { id: string; title?: string; taxNo?: string | null; main?: boolean | null }

const words = inLanguages({
  came: { zh: '按来源单据', en: 'As it came' },
  standard: { zh: '默认抬头', en: 'Default title' },
  main: { zh: '默认', en: 'default' },
})

/** To which of the payer's titles a document is made out: offered only where there is a choice. */
export const ChosenTitle: TextFieldClientComponent = ({ field, path: given, readOnly }) => {
  const path = given ?? field.name
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({ path })
  const { collectionSlug, savedDocumentData } = useDocumentInfo()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say = words[language]
  const customer = useFormFields(([fields]) => idOf(fields['customer']?.value))
  const isSaved = customer !== null && customer === idOf(savedDocumentData?.['customer'])
  // who pays is fixed when a document is made; of another customer it is who pays today
  const payer = isSaved ? idOf(savedDocumentData?.['billTo']) : null
  const asked = customer === null ? null : `/api/customers/${customer}/invoice-titles${payer === null ? '' : `?payer=${payer}`}`
  const [answer, setAnswer] = useState<{ asked: string; titles: Title[] } | null>(null)
  useEffect(() => {
    if (asked === null) return
    const abort = new AbortController()
    const look = async (): Promise<void> => {
      const reply = await ask<{ titles: Title[] }>(asked, { language, signal: abort.signal })
      if (reply.ok) setAnswer({ asked, titles: reply.body.titles })
    }
    look().catch(() => undefined) // the document says its title all the same
    return () => abort.abort()
  }, [asked, language])
  const titles = answer?.asked === asked ? answer.titles : null
  const isForeign = Boolean(value) && titles !== null && !isSaved && !titles.some(({ id, title }) => id === value || title === value)
  // a title that was chosen is one of the former customer's
  useEffect(() => {
    if (isForeign) setValue(null)
  }, [isForeign, setValue])
  if ((titles?.length ?? 0) < 2 && !value) return null
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
        <option value="">{collectionSlug === 'invoices' ? say.came : say.standard}</option>
        {value && !titles?.some(({ id }) => id === value) && (
          <option value={value}>{String(savedDocumentData?.['invoiceTitle'] ?? value)}</option>
        )}
        {titles?.map(({ id, title = '', taxNo, main }) => (
          <option key={id} value={id}>
            {[title, taxNo, main ? `(${say.main})` : ''].filter(Boolean).join(' ')}
          </option>
        ))}
      </select>
    </div>
  )
}
