'use client'

import { Link, useDocumentInfo, useField, useForm, useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { ask } from '@/src/admin/request/ask'
import { type Inheritable, inheritableFields, isInheritable } from '@/src/domain/customers/inheritance'
import { idOf } from '@/src/domain/kernel/idOf'

import './followsCategory.css'

type Term = { field: Inheritable; value: unknown; text: string; from: { id: number; code: string; name: string } }

const words = {
  title: { zh: '随类别', en: 'From the category' },
  hint: {
    zh: '没有自己填写的，随类别；类别改动时立即跟随。填写后即为自己的，可随时恢复。',
    en: 'What has no value of its own follows the category, and changes with it. A value entered here is its own and can be given back.',
  },
  own: { zh: '自己的值', en: 'Own value' },
  follows: { zh: '随', en: 'From' },
  none: { zh: '类别未填', en: 'No category says' },
  giveBack: { zh: '恢复随类别', en: 'Give back' },
  house: { zh: '公司默认', en: 'House default' },
} as const

const labels: Record<Inheritable, { zh: string; en: string; path: string }> = {
  paymentTerms: { zh: '收款条件', en: 'Payment terms', path: 'paymentTerms' },
  currency: { zh: '币种', en: 'Currency', path: 'currency' },
  taxMode: { zh: '价税方式', en: 'Tax mode', path: 'taxMode' },
  taxCategory: { zh: '税收类别', en: 'Tax category', path: 'taxCategory' },
  priceLevel: { zh: '价格级别', en: 'Price level', path: 'priceLevel' },
  creditLimit: { zh: '信用额度', en: 'Credit limit', path: 'credit.limit' },
  creditDays: { zh: '信用天数', en: 'Credit days', path: 'credit.days' },
}

const taxModes: Readonly<Record<string, { zh: string; en: string }>> = {
  inclusive: { zh: '含税', en: 'Tax inclusive' },
  exclusive: { zh: '不含税', en: 'Tax exclusive' },
}

const told = (field: Inheritable, text: string, language: 'zh' | 'en'): string =>
  field === 'taxMode' ? (taxModes[text]?.[language] ?? text) : text

/** Which of a customer's terms follow its category, with the value there and the category that says it; each can be given back. */
export const FollowsCategory = () => {
  const { value, setValue } = useField<unknown>({ path: 'inherits' })
  const category = useFormFields(([fields]) => idOf(fields['category']?.value))
  const { id } = useDocumentInfo()
  const { dispatchFields, setModified } = useForm()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [answer, setAnswer] = useState<{ category: number; terms: Term[] } | null>(null)
  useEffect(() => {
    if (category === null) return
    const abort = new AbortController()
    const look = async (): Promise<void> => {
      const reply = await ask<{ rows: Term[] }>(`/api/customer-categories/${String(category)}/terms`, { language, signal: abort.signal })
      if (reply.ok) setAnswer({ category, terms: reply.body.rows })
    }
    look().catch(() => undefined) // the values themselves stand in the form
    return () => abort.abort()
  }, [category, language])
  const follows = new Set(Array.isArray(value) ? value.filter(isInheritable) : id ? [] : inheritableFields)
  const terms = answer && answer.category === category ? answer.terms : []
  const rows = inheritableFields.filter((field) => follows.has(field) || terms.some((term) => term.field === field))
  const giveBack = (field: Inheritable): void => {
    const term = terms.find((one) => one.field === field)
    setValue([...follows, field])
    dispatchFields({ type: 'UPDATE', path: labels[field].path, value: term?.value ?? null })
    setModified(true)
  }
  if (rows.length === 0) return null
  return (
    <section className="follows-category" aria-label={words.title[language]}>
      <p className="follows-category__hint">{words.hint[language]}</p>
      <dl>
        {rows.map((field) => {
          const term = terms.find((one) => one.field === field)
          return (
            <div key={field} className={follows.has(field) ? 'is-followed' : 'is-own'}>
              <dt>{labels[field][language]}</dt>
              <dd>
                <span>{term ? told(field, term.text, language) : words.house[language]}</span>{' '}
                {term && (
                  <Link href={`/admin/collections/customer-categories/${String(term.from.id)}`} prefetch={false}>
                    {words.follows[language]} {term.from.name}
                  </Link>
                )}
                {!follows.has(field) && (
                  <>
                    {' '}
                    <em>{words.own[language]}</em>{' '}
                    <button
                      type="button"
                      onClick={() => giveBack(field)}
                      aria-label={`${words.giveBack[language]} ${labels[field][language]}`}
                    >
                      {words.giveBack[language]}
                    </button>
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
