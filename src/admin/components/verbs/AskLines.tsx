'use client'

import { useEffect, useState } from 'react'

import { readFigure } from '@/src/domain/grid/readCell'
import type { Ask, Named } from '@/src/domain/kernel/ask'

import { ask as fromServer } from '../../request/ask'
import { datesOf, datesTold } from '../../grid/dates'
import { DayInput } from '../day/DayInput'
import { useUnread } from '../useUnread'
import '../figure/figure.css'

type LinesAsk = Extract<Ask, { kind: 'lines' }>
type Row = Record<string, unknown> & { id: string | number }
type Chosen = { taken: boolean; values: Record<string, string> }

/** A related record by what people call it, anything else as it is. */
const shown = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return datesTold(datesOf(value))
  if (typeof value === 'object') {
    const record = value as { code?: string; no?: string; name?: string }
    return [record.code ?? record.no, record.name].filter(Boolean).join(' ')
  }
  return typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 6 }) : String(value as string)
}

const proposed = (ask: LinesAsk, row: Row): Chosen => {
  const values = Object.fromEntries(ask.columns.map(({ name, from }) => [name, String((from ? row[from] : undefined) ?? '')]))
  const first = ask.columns.find(({ kind }) => kind === 'number')
  return { taken: !first?.from || Number(values[first.name]) > 0, values }
}

const answerOf = (ask: LinesAsk, rows: Row[], chosen: Record<string, Chosen>): unknown[] =>
  rows
    .filter(({ id }) => chosen[id]?.taken)
    .map(({ id }) => {
      if (ask.key === null) return id
      const values = ask.columns.flatMap(({ name, kind }) => {
        const value = chosen[id]?.values[name] ?? ''
        if (kind !== 'number') return value === '' ? [] : [[name, value]]
        const read = readFigure(value)
        return 'value' in read && read.value !== null ? [[name, read.value]] : []
      })
      return { [ask.key]: id, ...(Object.fromEntries(values) as object) }
    })

const isUnread = (kind: string, text: string): boolean => kind === 'number' && 'unread' in readFigure(text)

/**
 * A table to choose from: every row with what is proposed for it. Answers undefined while everything stands as proposed and
 * an answer is not required.
 */
export const AskLines = ({
  ask,
  slug,
  id,
  language,
  onAnswer,
  onUnread,
}: {
  ask: LinesAsk
  slug: string
  id: number | string
  language: keyof Named
  onAnswer: (value: unknown[] | undefined) => void
  /** whether a figure of a chosen row cannot be read */
  onUnread: (isUnread: boolean) => void
}) => {
  const [rows, setRows] = useState<Row[] | null>(null)
  const [chosen, setChosen] = useState<Record<string, Chosen>>({})
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const url = ask.from ? `/api${ask.from.replaceAll('{id}', String(id))}` : `/api/${slug}/${id}?depth=1`
      const answer = await fromServer<{ rows?: Row[]; lines?: Row[] }>(url, { language })
      const found = (answer.ok ? (answer.body.rows ?? answer.body.lines) : null) ?? []
      const first = Object.fromEntries(found.map((row) => [row.id, proposed(ask, row)]))
      if (gone) return
      setRows(found)
      setChosen(first)
      onAnswer(ask.required ? answerOf(ask, found, first) : undefined)
    }
    void load()
    return () => void (gone = true)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked once per dialog
  }, [ask, slug, id, language])

  const change = (row: Row, next: Partial<Chosen>): void => {
    const all = { ...chosen, [row.id]: { ...(chosen[row.id] as Chosen), ...next } }
    setChosen(all)
    onAnswer(answerOf(ask, rows ?? [], all))
  }
  const [hasUnreadDay, tellDay] = useUnread()
  const hasUnread =
    hasUnreadDay ||
    Object.values(chosen).some(({ taken, values }) => taken && ask.columns.some(({ name, kind }) => isUnread(kind, values[name] ?? '')))
  useEffect(() => onUnread(hasUnread), [hasUnread]) // eslint-disable-line react-hooks/exhaustive-deps -- told when it changes
  if (rows === null) return <p>…</p>
  if (rows.length === 0) return <p>{language === 'zh' ? '没有可选的行' : 'Nothing to choose from'}</p>
  return (
    <table className="verb-dialog__lines">
      <caption>{ask.label[language]}</caption>
      <thead>
        <tr>
          <th />
          {[...ask.show, ...ask.columns].map(({ name, label, ...column }, index) => (
            <th
              key={`${name}${index}`}
              className={('figure' in column && column.figure) || ('kind' in column && column.kind === 'number') ? 'figure' : undefined}
            >
              {label[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.id} className={chosen[row.id]?.taken ? undefined : 'is-left'}>
            <td>
              <input
                type="checkbox"
                aria-label={language === 'zh' ? `选择第 ${index + 1} 行` : `Choose row ${index + 1}`}
                checked={chosen[row.id]?.taken ?? false}
                onChange={(event) => change(row, { taken: event.target.checked })}
              />
            </td>
            {ask.show.map(({ name, figure }) => (
              <td key={name} className={figure ? 'figure' : undefined}>
                {shown(row[name])}
              </td>
            ))}
            {ask.columns.map((column) => {
              const value = chosen[row.id]?.values[column.name] ?? ''
              const set = (typed: string): void => change(row, { taken: true, values: { ...chosen[row.id]?.values, [column.name]: typed } })
              const label = `${column.label[language]} ${index + 1}`
              return (
                <td key={column.name}>
                  {column.kind === 'choice' ? (
                    <select aria-label={label} value={value} onChange={(event) => set(event.target.value)}>
                      <option value="" />
                      {column.options?.map((option) => (
                        <option key={option.value} value={option.value}>
                          {option.label[language]}
                        </option>
                      ))}
                    </select>
                  ) : column.kind === 'date' ? (
                    <DayInput
                      label={label}
                      language={language}
                      value={value}
                      onChange={set}
                      onUnread={(is) => tellDay(`${row.id} ${column.name}`, is)}
                    />
                  ) : (
                    <input
                      aria-label={label}
                      className={column.kind === 'number' ? `figure ${isUnread(column.kind, value) ? 'is-wrong' : ''}` : undefined}
                      // a figure is text: an arrow or the wheel does not change it
                      type={column.kind === 'number' ? 'text' : column.kind}
                      inputMode={column.kind === 'number' ? 'decimal' : undefined}
                      aria-invalid={isUnread(column.kind, value)}
                      value={value}
                      onChange={(event) => set(event.target.value)}
                      onFocus={(event) => event.target.select()}
                    />
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
