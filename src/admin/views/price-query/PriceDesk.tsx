'use client'

import { Banner } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { DayInput } from '@/src/admin/components/day/DayInput'
import { RecordPicker } from '@/src/admin/components/lookup/RecordPicker'

import { ask } from '../../request/ask'
import { EarlierPrices } from './EarlierPrices'
import { FoundPrice, type Resolved } from './FoundPrice'
import { wordsIn } from './words'

type Props = { language: 'zh' | 'en'; api: string; admin: string }
type Question = { customer: number | null; item: number | null; qty: string; unit: string; date: string; currency: string; taxMode: string }

const here = (): Question => {
  const given = new URLSearchParams(window.location.search)
  const id = (name: string): number | null => Number(given.get(name)) || null
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  return {
    customer: id('customer'),
    item: id('item'),
    qty: given.get('qty') ?? '1',
    unit: given.get('unit') ?? '',
    date: given.get('date') ?? today,
    currency: given.get('currency') ?? '',
    taxMode: given.get('taxMode') ?? '',
  }
}

/** 价格查询: the question stands in the address, the answer is that of a document saved now. */
export const PriceDesk = ({ language, api, admin }: Props) => {
  const say = wordsIn(language)
  const [asked, setAsked] = useState<Question | null>(null)
  const [found, setFound] = useState<{ line: Resolved } | { refused: string } | null>(null)
  useEffect(() => setAsked(here()), [])
  useEffect(() => {
    if (!asked) return
    const given = Object.entries(asked).filter(([, value]) => value !== null && value !== '')
    window.history.replaceState(null, '', `${admin}/price-query?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`)
    const { customer, item, qty, unit, date, currency, taxMode } = asked
    if (!customer || !item || !(Number(qty) > 0) || !date) return setFound(null)
    const asking = new AbortController()
    const resolve = async (): Promise<void> => {
      const line = { item, qty: Number(qty), ...(unit ? { unit } : {}) }
      const send = { customer, date, ...(currency ? { currency } : {}), ...(taxMode ? { taxMode } : {}), lines: [line] }
      const answer = await ask<{ lines: [Resolved] }>(`${api}/pricing/resolve`, { send, language, signal: asking.signal })
      setFound(answer.ok ? { line: answer.body.lines[0] } : { refused: answer.refusals[0]?.message ?? String(answer.status) })
    }
    const timer = setTimeout(
      () => void resolve().catch((reason: unknown) => asking.signal.aborted || setFound({ refused: String(reason) })),
      200,
    )
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [admin, api, asked, language])
  if (!asked) return null
  const set = (changes: Partial<Question>): void => setAsked({ ...asked, ...changes })
  const record = (name: 'customer' | 'item', slug: string) => (
    <label className="report__filter price-query__record">
      {say[name]}
      <RecordPicker
        kind={slug}
        language={language}
        value={asked[name]}
        onChange={(id) => set({ [name]: id, ...(name === 'item' ? { unit: '' } : {}) })}
        label={say[name]}
        placeholder={say.search}
      />
    </label>
  )
  const text = (name: 'qty' | 'unit' | 'currency', type: string) => (
    <label className="report__filter">
      {say[name]}
      <input
        type={type}
        min={type === 'number' ? 0 : undefined}
        step="any"
        value={asked[name]}
        onChange={({ target }) => set({ [name]: target.value })}
      />
    </label>
  )
  return (
    <div className="report price-query">
      <header className="report__head">
        <h1>{say.title}</h1>
      </header>
      <div className="report__filters" role="search" aria-label={say.filters}>
        {record('customer', 'customers')}
        {record('item', 'items')}
        {text('qty', 'number')}
        {text('unit', 'text')}
        <label className="report__filter">
          {say.date}
          <DayInput label={say.date} language={language} value={asked.date} onChange={(date) => set({ date })} />
        </label>
        {text('currency', 'text')}
        <label className="report__filter">
          {say.taxMode}
          <select value={asked.taxMode} onChange={({ target }) => set({ taxMode: target.value })}>
            <option value="" />
            <option value="inclusive">{say.inclusive}</option>
            <option value="exclusive">{say.exclusive}</option>
          </select>
        </label>
      </div>
      <div aria-live="polite">
        {found === null && <p className="report__note">{say.choose}</p>}
        {found && 'refused' in found && <Banner type="error">{found.refused}</Banner>}
        {found && 'line' in found && <FoundPrice line={found.line} language={language} admin={admin} />}
      </div>
      {asked.item && <EarlierPrices item={asked.item} customer={asked.customer} language={language} api={api} admin={admin} />}
    </div>
  )
}
