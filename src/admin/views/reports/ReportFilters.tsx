'use client'
import { useEffect, useId, useRef } from 'react'

import type { ParamDescription } from '@/reports/kit/describeReport'
import { nameless, NO_RECORD_TEXT } from '@/reports/kit/nameless'

import { businessDate } from '@/src/domain/kernel/businessDate'
import { relativeDay } from '@/src/domain/kernel/relativeDay'

import { DayInput } from '../../components/day/DayInput'
import { FigureInput } from '../../components/figure/FigureInput'
import { askNames } from '../../components/lookup/askLookup'
import { LookupInput } from '../../components/lookup/LookupInput'
import { useTypedRecord } from '../../components/lookup/useTypedRecord'
import { RecordName } from '../../grid/cells'
import { type Period, periods } from './periods'
import type { TextKey } from './texts'
import type { Chosen } from './useChosen'
import '../../fields/own/own.css'

type Text = (key: TextKey) => string
type Props = {
  today: string
  params: readonly ParamDescription[]
  chosen: Chosen
  onChoose: (next: Chosen) => void
  language: 'zh' | 'en'
  text: Text
}

/** One control per parameter, made from its description; a change asks the report at once. */
export function ReportFilters({ today, params, chosen, onChoose, language, text }: Props) {
  const hasPeriod = ['from', 'to'].every((name) => params.some((param) => param.name === name))
  const rare = params.filter((param) => param.rare)
  const filter = (param: ParamDescription) => (
    <Filter
      key={param.name}
      today={today}
      param={param}
      value={chosen[param.name] ?? ''}
      onChange={(value) => onChoose({ ...chosen, [param.name]: value })}
      language={language}
      text={text}
    />
  )
  return (
    <div className="report__filters">
      {hasPeriod && <PeriodFilter chosen={chosen} onChoose={onChoose} text={text} />}
      {params.filter((param) => !param.rare).map(filter)}
      {rare.length > 0 && (
        <details className="report__more" open={rare.some(({ name }) => chosen[name]) || undefined}>
          <summary>{text('more')}</summary>
          <div className="report__filters">{rare.map(filter)}</div>
        </details>
      )}
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

type FilterProps = Pick<Props, 'today' | 'language' | 'text'> & {
  param: ParamDescription
  value: string
  onChange: (value: string) => void
}

function Filter({ today, param, value, language, onChange, text }: FilterProps) {
  const id = useId()
  const waiting = useRef<number | undefined>(undefined)
  const typing = useRef<HTMLInputElement>(null)
  // what is typed counts a moment later, among what has been chosen by then
  const change = useRef(onChange)
  useEffect(() => void (change.current = onChange))
  // a step into a row, or Back, fills it in; whoever types in it is left alone
  useEffect(() => {
    if (typing.current && document.activeElement !== typing.current) typing.current.value = value
  }, [value])
  if (param.kind === 'ids') return <RecordFilter {...{ today, param, value, language, onChange, text }} />
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
          ref={typing}
          type="search"
          defaultValue={value}
          onChange={(event) => {
            const typed = event.target.value
            window.clearTimeout(waiting.current)
            waiting.current = window.setTimeout(() => change.current(typed), 300)
          }}
        />
      )}
      {param.kind === 'number' && (
        <FigureInput
          id={id}
          scale={0}
          value={value === '' ? null : Number(value)}
          language={language}
          onChange={(figure) => onChange(figure === null ? '' : String(figure))}
        />
      )}
      {param.kind === 'date' && (
        <DayInput
          id={id}
          label={param.label}
          language={language}
          value={relativeDay(value, businessDate(today)) ?? value}
          onChange={onChange}
        />
      )}
      {param.kind === 'flag' && (
        <input id={id} type="checkbox" checked={value === 'true'} onChange={(event) => onChange(event.target.checked ? 'true' : '')} />
      )}
    </label>
  )
}

/** Picks records as every form does; those chosen stand as chips. A report tells of the past, so what is no longer chosen is found, too. */
function RecordFilter({ param, value, language, onChange, text }: FilterProps) {
  const kind = param.relation ?? ''
  const chosen = value.split(',').filter(Boolean)
  useEffect(() => {
    const ids = value.split(',').filter((id) => id !== '' && id !== NO_RECORD_TEXT)
    if (ids.length > 0) void askNames(kind, ids.map(Number)).catch(() => undefined) // a name that did not come is asked again by the next page
  }, [kind, value])
  const add = (id: number | null): void => {
    if (id !== null && !chosen.includes(String(id))) onChange([...chosen, id].join(','))
  }
  const record = useTypedRecord({ kind, id: null, onChange: add, language, all: true })
  return (
    <div className="report__filter lookup-field">
      <span>{param.label}</span>
      {chosen.length > 0 && (
        <ul className="own-field__records">
          {chosen.map((id) => (
            <li key={id}>
              {id === NO_RECORD_TEXT ? nameless[language] : <RecordName kind={kind} value={Number(id)} />}
              <button type="button" aria-label={text('clear')} onClick={() => onChange(chosen.filter((each) => each !== id).join(','))}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <span className="lookup-field__input">
        <LookupInput
          kind={kind}
          label={param.label}
          chosen={null}
          typed={record.typed}
          wrong={record.wrong}
          placeholder={text('search')}
          language={language}
          all
          onTake={record.take}
          onLeave={record.leave}
        />
      </span>
    </div>
  )
}
