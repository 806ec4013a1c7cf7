'use client'

import { useForm } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { type GridRows, hasUnread, isBlank } from '@/src/domain/grid/rows'
import type { RowShape } from '@/src/domain/grid/rowShape'
import type { Finding } from '@/src/domain/kernel/decision'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'

import type { LineMargin } from '@/src/questions/orders/orderMargin'

import { ask } from '../request/ask'
import type { GridStore } from './gridStore'
import { marginCells } from './marginCells'
import { useGridState } from './grid'
import { sentValues } from './sentValues'

export type CheckedLine = Record<string, unknown> & { price?: number | null; gross?: number | null; trace?: TraceStep[] | null }

export type Checked = {
  findings: Finding[]
  /** what the server makes of each row, by the row's key */
  lines: ReadonlyMap<string, CheckedLine>
  totals: { netTotal: number; taxTotal: number; grossTotal: number }
  /** base currency for one of the document's */
  exchangeRate: number
  /** something has changed since */
  isOld: boolean
}

type Told = { findings: Finding[]; lines: CheckedLine[]; margins?: LineMargin[] | null; totals: Checked['totals']; exchangeRate: number }

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** A row that is still being typed is not asked about: nobody is told that the quantity he is about to enter is missing. */
const isAsked = (row: GridRows[number], shape: RowShape): boolean => {
  const figures = shape.figure.filter((name) => name in row.values)
  return (
    !isBlank(row, shape) &&
    !hasUnread(row) &&
    shape.subject.some((name) => !isEmpty(row.values[name])) &&
    figures.length > 0 &&
    figures.every((name) => !isEmpty(row.values[name]))
  )
}

/** Up to so many lines a document is checked as soon as it is opened. */
const longest = 200

export const nothingChecked: Checked = {
  findings: [],
  lines: new Map(),
  totals: { netTotal: 0, taxTotal: 0, grossTotal: 0 },
  exchangeRate: 1,
  isOld: false,
}

const texts = new WeakMap<CheckedLine, string>()
const textOf = (line: CheckedLine): string => {
  const text = texts.get(line) ?? JSON.stringify(line)
  texts.set(line, text)
  return text
}

/** What is told of a line as before is the same object: of a thousand rows only those are drawn anew of which something else is told. */
const asBefore = (line: CheckedLine, before: CheckedLine | undefined): CheckedLine =>
  before !== undefined && textOf(before) === textOf(line) ? before : line

/** The answer speaks of the rows that were sent, by their number; it is shown at those rows wherever they stand by then. */
export function inPlace(told: Told, name: string, asked: GridRows, all: GridRows, before: Checked['lines'] = new Map()): Checked {
  const place = new Map(all.map(({ key }, index) => [key, index]))
  const moved = (path: string): string => {
    const [list, at = '', ...cell] = path.split('.')
    return list === name ? [list, place.get(asked[Number(at)]?.key ?? '') ?? at, ...cell].join('.') : path
  }
  const findings = told.findings.map((finding) => ({ ...finding, ...(finding.path ? { path: moved(finding.path) } : {}) }))
  const lines = new Map(
    asked.map(({ key }, index) => {
      const margin = told.margins?.[index]
      return [key, asBefore({ ...told.lines[index], ...(margin ? marginCells(margin) : {}) }, before.get(key))]
    }),
  )
  return { findings, lines, totals: told.totals, exchangeRate: told.exchangeRate, isOld: false }
}

/**
 * Asks the server what saving would say, a moment after the last change: prices, totals and the three guards, before anything is saved.
 * `head` is any text that differs when a field of the head differs that has a say in it.
 */
export function useCheck({
  slug,
  id,
  head,
  store,
  shape,
  name,
  language,
  needs,
  enabled,
}: {
  slug: string
  id: number | string | undefined
  head: string
  store: GridStore
  shape: RowShape
  name: string
  language: string
  /** a field of the head without which there is nothing to check */
  needs: string | undefined
  enabled: boolean
}): Checked {
  const { getData } = useForm()
  const rows = useGridState(store, (state) => state.rows)
  const [checked, setChecked] = useState<Checked>(nothingChecked)
  const [of, setOf] = useState<{ rows: GridRows; head: string } | null>(null)
  // a long document that was stored is not checked again until something is changed: what opens it is not what works out a thousand prices
  const [opened] = useState({ rows, head })
  const isAsStored = id !== undefined && rows.length > longest && rows === opened.rows && head === opened.head
  useEffect(() => {
    if (!enabled || isAsStored) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      const check = async (): Promise<void> => {
        const data = getData() as Record<string, unknown>
        const asked = rows.filter((row) => isAsked(row, shape))
        const settle = (next: Checked | ((before: Checked) => Checked)): void => {
          setChecked(next)
          setOf({ rows, head })
        }
        if (asked.length === 0 || (needs !== undefined && isEmpty(data[needs]))) return settle(nothingChecked)
        const body = { ...data, ...(id ? { id: Number(id) } : {}), [name]: asked.map((row) => sentValues(row, shape)) }
        const answer = await ask<Told>(`/api/${slug}/check`, { send: body, language, signal: abort.signal }).catch(() => null)
        if (answer?.ok) settle((before) => inPlace(answer.body, name, asked, rows, before.lines))
      }
      void check()
    }, 350)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [enabled, getData, head, id, isAsStored, language, name, needs, rows, shape, slug])
  return { ...checked, isOld: enabled && !isAsStored && (of === null || of.rows !== rows || of.head !== head) }
}
