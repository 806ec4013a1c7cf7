'use client'
import { useEffect, useMemo, useState } from 'react'

import type { Language } from '@/reports/kit/label'
import type { ReportAnswer } from '@/reports/kit/runReport'
import { type Figure, questionOf, type Tile } from '@/reports/kit/tile'
import { tiles } from '@/reports/kit/tiles'

import { ask } from '../../request/ask'
import { sharedQuestions } from './sharedQuestions'
import './tiles.css'

type Person = { roles: readonly string[]; open: readonly string[] }
type Props = Person & { api: string; admin: string; language: Language; today: string }

/** The figures of a person's work: one tile for each report he may open, each asked for by itself, so that none waits for another. */
export function Tiles({ open, roles, ...where }: Props) {
  const mine = tiles.filter(({ report, waits }) => open.includes(report) && (!waits || waits.roles.some((role) => roles.includes(role))))
  const { language } = where
  const questions = useMemo(() => sharedQuestions((address, signal) => answerTo({ address, language, signal })), [language])
  useEffect(() => questions.end, [questions])
  if (mine.length === 0) return null
  return (
    <section className="tiles" aria-label={{ zh: '我的指标', en: 'My figures' }[where.language]}>
      {mine.map((tile) => (
        <OneTile key={tile.name} tile={tile} hasTrend={open.includes(tile.trend.report)} questions={questions} {...where} />
      ))}
    </section>
  )
}

const digits = { money: 0, count: 0, percent: 1 } as const

type Waiting = { counts: Record<string, number> }
type Questions = ReturnType<typeof sharedQuestions<Waiting | ReportAnswer | null>>
type Asked = { api: string; questions: Questions }

async function answerTo({ address, ...asking }: { address: string; language: Language; signal: AbortSignal }) {
  const answer = await ask<Waiting | ReportAnswer>(address, { ...asking, waits: false })
  return answer.ok ? answer.body : null
}

async function answerOf({ api, questions }: Asked, question: string): Promise<ReportAnswer | null> {
  const answer = await questions.ask(`${api}/reports/${question}`)
  return answer && 'rows' in answer ? answer : null
}

async function figureOf(asked: Asked, tile: Tile, today: string): Promise<Figure | null> {
  const { waits, figure } = tile
  if (waits) {
    const answer = await asked.questions.ask(`${asked.api}/waiting`)
    return answer && 'counts' in answer ? { value: answer.counts[waits.place] ?? 0, kind: 'count' } : null
  }
  const answer = await answerOf(asked, questionOf(tile, today))
  return answer && figure(answer, today)
}

type OfTile = { tile: Tile; hasTrend: boolean; questions: Questions }

/** The figure first, then how it came to be: a question of its own, so that the figure does not wait for it. */
function useTile({ tile, hasTrend, api, questions, today }: Pick<Props, 'api' | 'today'> & OfTile) {
  const [figure, setFigure] = useState<Figure | null | undefined>(undefined)
  const [trend, setTrend] = useState<readonly number[]>([])
  useEffect(() => {
    let isLeft = false
    const asked = { api, questions }
    const load = async (): Promise<void> => {
      if (hasTrend && tile.endsTrend) {
        const course = await answerOf(asked, questionOf(tile.trend, today))
        const values = course ? tile.trend.values(course, today) : []
        if (isLeft) return
        setTrend(values)
        return setFigure(course && { value: values.at(-1) ?? 0, kind: 'money' })
      }
      const found = await figureOf(asked, tile, today)
      if (isLeft) return
      setFigure(found)
      if (!found || !hasTrend) return
      const answer = await answerOf(asked, questionOf(tile.trend, today))
      if (answer && !isLeft) setTrend(tile.trend.values(answer, today))
    }
    load().catch(() => undefined) // the page was left, or nobody answers; the frame tells the latter
    return () => void (isLeft = true)
  }, [api, tile, hasTrend, questions, today])
  return { figure, trend }
}

function OneTile({ tile, hasTrend, questions, api, admin, language, today }: OfTile & Omit<Props, keyof Person>) {
  const { figure, trend } = useTile({ tile, hasTrend, questions, api, today })
  if (figure === null) return null
  const shown = (value: number, kind: Figure['kind']): string =>
    `${value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-US', { maximumFractionDigits: digits[kind] })}${kind === 'percent' ? ' %' : ''}`
  const said = figure ? trend.map((value) => shown(value, figure.kind)).join(' · ') : ''
  return (
    <a className="tile" href={tile.waits ? `${admin}${tile.waits.place}` : `${admin}/reports/${tile.report}?${tile.asks(today)}`}>
      <span className="tile__title">{tile.title[language]}</span>
      <strong className="tile__value">{figure ? shown(figure.value, figure.kind) : '…'}</strong>
      <span className={figure?.beside?.late ? 'tile__beside tile__beside--late' : 'tile__beside'}>
        {figure?.beside ? `${figure.beside.label[language]} ${shown(figure.beside.value, figure.kind)}` : '\u00a0'}
      </span>
      <Trend values={trend} title={`${tile.trend.title[language]}: ${said}`} />
    </a>
  )
}

/** Bars from zero, the newest at the right; fewer than two are no trend. What they stand for is said when one points at them, and to whoever cannot see them. */
function Trend({ values, title }: { values: readonly number[]; title: string }) {
  const most = Math.max(0, ...values)
  const drawn = values.length > 1 && most > 0
  return (
    <svg
      className="tile__trend"
      viewBox="0 0 104 24"
      preserveAspectRatio="none"
      {...(drawn ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}
    >
      {drawn && <title>{title}</title>}
      {drawn &&
        values.map((value, at) => {
          const height = (Math.max(0, value) / most) * 24
          return <rect key={at} x={(104 / values.length) * at + 1} y={24 - height} width={104 / values.length - 2} height={height} />
        })}
    </svg>
  )
}
