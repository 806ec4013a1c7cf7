'use client'

import { useAllFormFields, useTranslation } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useState } from 'react'

import { ask, askFile } from '@/src/admin/request/ask'
import { sheetKinds, type SheetKind } from '@/src/domain/text/sheetTexts'
import { inLanguages } from '@/src/domain/words/words'

import './preview.css'

const words = inLanguages({
  title: { zh: '预览', en: 'Preview' },
  sheet: { zh: '单据', en: 'Sheet' },
  paper: { zh: '单据', en: 'Paper' },
  mail: { zh: '邮件', en: 'Mail' },
  language: { zh: '语言', en: 'Language' },
  chinese: { zh: '中文', en: 'Chinese' },
  english: { zh: '英文', en: 'English' },
  none: {
    zh: '没有可显示的单据：先有一张您能看到的此类单据。',
    en: 'Nothing to show: there is no document of this kind that you may see yet.',
  },
  loading: { zh: '正在生成…', en: 'Being made…' },
  of: { zh: '最近一张单据，按下面尚未保存的文字', en: 'The newest document, with the texts below as they are being written' },
})

const previewed = ['name', 'nameEn', 'address', 'addressEn', 'phone', 'email', 'taxNo', 'logo', 'texts'] as const
const kinds = Object.keys(sheetKinds) as SheetKind[]

type Shown = { pdf: string } | { subject: string; html: string } | 'none' | null

const idIn = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? value.id : (value ?? null))

/** On the company's settings: a real document of a kind, as paper or mail, made anew a moment after something was typed. */
export const SheetPreview = () => {
  const { i18n } = useTranslation()
  const screen = i18n.language === 'en' ? 'en' : 'zh'
  const say = words[screen]
  const [fields] = useAllFormFields()
  const [kind, setKind] = useState<SheetKind>('quotation')
  const [language, setLanguage] = useState<'zh' | 'en'>(screen)
  const [form, setForm] = useState<'pdf' | 'mail'>('pdf')
  const [shown, setShown] = useState<Shown>(null)
  const values = reduceFieldsToValues(fields, true) as Record<string, unknown>
  const written = Object.fromEntries(previewed.map((name) => [name, name === 'logo' ? idIn(values[name]) : (values[name] ?? null)]))
  const asked = JSON.stringify({ kind, language, form, company: written })

  useEffect(() => {
    const abort = new AbortController()
    let address = ''
    const show = async (): Promise<void> => {
      const send = JSON.parse(asked) as object
      if (form === 'mail') {
        const answer = await ask<{ subject: string; html: string }>('/api/texts-preview', { send, signal: abort.signal })
        return setShown(answer.ok ? answer.body : 'none')
      }
      const file = await askFile('/api/texts-preview', { send, signal: abort.signal })
      if (abort.signal.aborted) return
      address = file ? URL.createObjectURL(new Blob([file], { type: 'application/pdf' })) : ''
      setShown(address ? { pdf: address } : 'none')
    }
    const wait = setTimeout(() => void show().catch(() => abort.signal.aborted || setShown('none')), 700)
    return () => {
      clearTimeout(wait)
      abort.abort()
      if (address) URL.revokeObjectURL(address)
    }
  }, [asked, form])

  return (
    <section className="sheet-preview" aria-label={say.title}>
      <div className="sheet-preview__choice">
        <h3>{say.title}</h3>
        <select aria-label={say.sheet} value={kind} onChange={({ target }) => setKind(target.value as SheetKind)}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {sheetKinds[one][screen]}
            </option>
          ))}
        </select>
        <select aria-label={say.language} value={language} onChange={({ target }) => setLanguage(target.value === 'en' ? 'en' : 'zh')}>
          <option value="zh">{say.chinese}</option>
          <option value="en">{say.english}</option>
        </select>
        <select
          aria-label={`${say.paper} / ${say.mail}`}
          value={form}
          onChange={({ target }) => setForm(target.value === 'mail' ? 'mail' : 'pdf')}
        >
          <option value="pdf">{say.paper}</option>
          <option value="mail">{say.mail}</option>
        </select>
        <small>{say.of}</small>
      </div>
      {shown === null && <p>{say.loading}</p>}
      {shown === 'none' && <p role="alert">{say.none}</p>}
      {shown !== null && shown !== 'none' && 'pdf' in shown && (
        <iframe className="sheet-preview__paper" src={shown.pdf} title={say.title} />
      )}
      {shown !== null && shown !== 'none' && 'html' in shown && (
        <div className="sheet-preview__mail">
          <b>{shown.subject}</b>
          <iframe sandbox="" srcDoc={shown.html} title={say.mail} />
        </div>
      )}
    </section>
  )
}
