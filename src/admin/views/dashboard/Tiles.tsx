'use client'
import { useEffect, useState } from 'react'

import type { Language } from '@/reports/kit/label'
import type { ReportAnswer } from '@/reports/kit/runReport'

import { ask } from '../../request/ask'
import { tiles, type Figure, type Tile } from '@/reports/kit/tiles'
import './tiles.css'

type Props = { api: string; admin: string; language: Language; today: string; open: readonly string[] }

/** The figures of a person's work: one tile for each report he may open, each asked for by itself, so that none waits for another. */
export function Tiles({ api, admin, language, today, open }: Props) {
  const mine = tiles.filter(({ report }) => open.includes(report))
  if (mine.length === 0) return null
  return (
    <section className="tiles" aria-label={{ zh: '我的指标', en: 'My figures' }[language]}>
      {mine.map((tile) => (
        <OneTile key={tile.name} tile={tile} api={api} admin={admin} language={language} today={today} />
      ))}
    </section>
  )
}

const digits = { money: 0, count: 0, percent: 1 } as const

function OneTile({ tile, api, admin, language, today }: { tile: Tile } & Omit<Props, 'open'>) {
  const query = tile.asks(today)
  const [figure, setFigure] = useState<Figure | null | undefined>(undefined)
  useEffect(() => {
    const asking = new AbortController()
    ask<ReportAnswer>(`${api}/reports/${tile.report}?${query}${query ? '&' : ''}limit=24`, {
      language,
      signal: asking.signal,
      waits: false,
    }).then(
      (answer) => setFigure(answer.ok ? tile.figure(answer.body, today) : null),
      () => undefined,
    )
    return () => asking.abort()
  }, [api, tile, query, language, today])
  if (figure === null) return null
  const shown = (value: number, kind: Figure['kind']): string =>
    `${value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-US', { maximumFractionDigits: digits[kind] })}${kind === 'percent' ? ' %' : ''}`
  return (
    <a className="tile" href={`${admin}/reports/${tile.report}?${query}`}>
      <span className="tile__title">{tile.title[language]}</span>
      <strong className="tile__value">{figure ? shown(figure.value, figure.kind) : '…'}</strong>
      <span className={figure?.beside?.late ? 'tile__beside tile__beside--late' : 'tile__beside'}>
        {figure?.beside ? `${figure.beside.label[language]} ${shown(figure.beside.value, figure.kind)}` : '\u00a0'}
      </span>
      <Trend values={figure?.trend ?? []} />
    </a>
  )
}

/** Bars from zero, the newest at the right; fewer than two are no trend. */
function Trend({ values }: { values: readonly number[] }) {
  const most = Math.max(0, ...values)
  return (
    <svg className="tile__trend" viewBox="0 0 104 24" preserveAspectRatio="none" aria-hidden>
      {values.length > 1 &&
        most > 0 &&
        values.map((value, at) => {
          const height = (Math.max(0, value) / most) * 24
          return <rect key={at} x={(104 / values.length) * at + 1} y={24 - height} width={104 / values.length - 2} height={height} />
        })}
    </svg>
  )
}
