'use client'
import { useEffect, useId, useRef, useState } from 'react'

import type { ParamDescription } from '@/reports/kit/describeReport'

import { businessDate } from '@/src/domain/kernel/businessDate'
import { relativeDay } from '@/src/domain/kernel/relativeDay'

import { ask } from '../../request/ask'
import { type Period, periods } from './periods'
import type { TextKey } from './texts'
import type { Chosen } from './useChosen'

type Text = (key: TextKey) => string
type Props = {
  api: string
  today: string
  params: readonly ParamDescription[]
  chosen: Chosen
  onChoose: (next: Chosen) => void
  text: Text
}

/** One control per parameter, made from its description; a change asks the report at once. */
export function ReportFilters({ api, today, params, chosen, onChoose, text }: Props) {
  const hasPeriod = ['from', 'to'].every((name) => params.some((param) => param.name === name))
  return (
    <div className="report__filters">
      {hasPeriod && <PeriodFilter chosen={chosen} onChoose={onChoose} text={text} />}
      {params.map((param) => (
        <Filter
          key={param.name}
          api={api}
          today={today}
          param={param}
          value={chosen[param.name] ?? ''}
          onChange={(value) => onChoose({ ...chosen, [param.name]: value })}
          text={text}
        />
      ))}
    </div>
  )
}

/** A period that is said by its distance from today goes on with the calendar: in the address, in a kept view, in a mailed one. */
function PeriodFilter({ chosen, onChoose, text }: Pick<Props, 'chosen' | 'onChoose' | 'text'>) {
  const id = useId()
  const named = Object.entries(periods).find(([, days]) => days.from === chosen['from'] && days.to === chosen['to'])?.[0] ?? ''
  const choose = (name: string): void => {
    const days = name === '' ? { from: '', to: '' } : periods[name as Period]
    onChoose({ ...chosen, ...days })
  }
  return (
    <label className="report__filter" htmlFor={id}>
      <span>{text('period')}</span>
      <select id={id} value={named} onChange={(event) => choose(event.target.value)}>
        <option value="">{text('freeDays')}</option>
        {(Object.keys(periods) as Period[]).map((name) => (
          <option key={name} value={name}>
            {text(name)}
          </option>
        ))}
      </select>
    </label>
  )
}

type FilterProps = { api: string; today: string; param: ParamDescription; value: string; onChange: (value: string) => void; text: Text }

function Filter({ api, today, param, value, onChange, text }: FilterProps) {
  const id = useId()
  const waiting = useRef<number | undefined>(undefined)
  if (param.kind === 'ids') return <RecordFilter api={api} today={today} param={param} value={value} onChange={onChange} text={text} />
  return (
    <label className="report__filter" htmlFor={id}>
      <span>{param.label}</span>
      {param.kind === 'choice' && (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {param.initial === undefined && <option value="">{text('none')}</option>}
          {param.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {param.kind === 'text' && (
        <input
          id={id}
          type="search"
          defaultValue={value}
          onChange={(event) => {
            const typed = event.target.value
            window.clearTimeout(waiting.current)
            waiting.current = window.setTimeout(() => onChange(typed), 300)
          }}
        />
      )}
      {param.kind === 'number' && (
        <input
          id={id}
          type="number"
          min={1}
          inputMode="numeric"
          title={param.accepted}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {param.kind === 'date' && (
        <input
          id={id}
          type="date"
          value={relativeDay(value, businessDate(today)) ?? value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {param.kind === 'flag' && (
        <input id={id} type="checkbox" checked={value === 'true'} onChange={(event) => onChange(event.target.checked ? 'true' : '')} />
      )}
    </label>
  )
}

type Found = { id: number; code?: string; name?: string }
const nameOf = ({ id, code, name }: Found): string => [code, name].filter(Boolean).join(' ') || String(id)

/** Picks one record by code or name from the lists the person may see; the parameter keeps its id. */
function RecordFilter({ api, param, value, onChange, text }: FilterProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [found, setFound] = useState<Found[]>([])
  const [named, setNamed] = useState<{ id: string; name: string } | null>(null)
  const collection = `${api}/${param.relation ?? ''}`

  useEffect(() => {
    if (typed === null) return
    const asking = new AbortController()
    const wait = setTimeout(() => {
      const fields = param.relation === 'users' ? ['name'] : ['code', 'name']
      const query = new URLSearchParams({ depth: '0', limit: '20', 'select[name]': 'true', 'select[code]': 'true' })
      fields.forEach((field, at) => query.set(`where[or][${at}][${field}][like]`, typed))
      ask<{ docs: Found[] }>(`${collection}?${query.toString()}`, { signal: asking.signal })
        .then((answer) => setFound(answer.ok ? answer.body.docs : []))
        .catch(() => undefined)
    }, 250)
    return () => {
      clearTimeout(wait)
      asking.abort()
    }
  }, [typed, collection, param.relation])

  useEffect(() => {
    if (value === '' || value.includes(',') || named?.id === value) return
    const asking = new AbortController()
    ask<Found>(`${collection}/${value}?depth=0`, { signal: asking.signal })
      .then((answer) => answer.ok && setNamed({ id: value, name: nameOf(answer.body) }))
      .catch(() => undefined)
    return () => asking.abort()
  }, [value, named, collection])

  const choose = (text: string): void => {
    const match = found.find((record) => nameOf(record) === text)
    if (!match) return setTyped(text)
    setNamed({ id: String(match.id), name: text })
    setTyped(null)
    onChange(String(match.id))
  }
  const shown = value === '' ? '' : named?.id === value ? named.name : value
  return (
    <label className="report__filter" htmlFor={id}>
      <span>{param.label}</span>
      <span className="report__record">
        <input
          id={id}
          list={`${id}-list`}
          placeholder={text('search')}
          value={typed ?? shown}
          onFocus={() => value === '' && setTyped('')}
          onChange={(event) => choose(event.target.value)}
          onBlur={() => setTyped(null)}
        />
        {value !== '' && (
          <button type="button" aria-label={text('clear')} onClick={() => onChange('')}>
            ×
          </button>
        )}
      </span>
      <datalist id={`${id}-list`}>
        {found.map((record) => (
          <option key={record.id} value={nameOf(record)} />
        ))}
      </datalist>
    </label>
  )
}
