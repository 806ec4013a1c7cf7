'use client'

import type { KeyboardEvent } from 'react'

import { DayInput } from '@/src/admin/components/day/DayInput'
import { useIsAlive } from '@/src/admin/useIsAlive'
import { type DeskLine, type DeskOrder, standing } from '@/src/questions/orders/reviews/desk'
import { promiseCells, proposedFor } from '@/src/questions/orders/reviews/promising'
import { isWord, type Say, type Word } from './words'

const figure = (value: number | null, digits = 2): string =>
  value === null ? '–' : value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: 6 })

export type Typing = {
  typed: Record<string, string>
  set: (key: string, value: string) => void
  enabled: boolean
  /** whether a day is typed that is none, and by which cell it is told */
  hasUnread: boolean
  tell: (key: string, isUnread: boolean) => void
}

type Asked = { order: DeskOrder; typing: Typing; say: Say; language: 'zh' | 'en' }

/** Enter walks from date to date, so that PMC promises a whole order without the mouse. */
function walkDates(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const dates = [...document.querySelectorAll<HTMLElement>('.review-desk__date')]
  dates[dates.indexOf(event.currentTarget) + (event.shiftKey ? -1 : 1)]?.querySelector('input')?.focus()
}

/** Drawings, pictures and features of the line: what R&D and engineering decide on. */
const Technical = ({ line, say }: { line: DeskLine; say: Say }) => (
  <div className="review-desk__technical">
    {line.changes.map((flag) => (
      <mark key={flag}>{isWord(flag) ? say(flag) : flag}</mark>
    ))}
    {line.features.map((feature) => (
      <span key={feature}>{feature}</span>
    ))}
    {line.drawings.map(({ id, name, url }) => (
      <a key={id} href={url || `/admin/collections/drawings/${id}`} target="_blank" rel="noreferrer">
        {name}
      </a>
    ))}
    {line.drawings.length === 0 && <em>{say('noDrawing')}</em>}
    {line.pictures
      .filter(({ thumb }) => thumb)
      .map(({ id, name, url, thumb }) => (
        <a key={id} href={url} target="_blank" rel="noreferrer">
          <img src={thumb ?? ''} alt={name} height={36} />
        </a>
      ))}
  </div>
)

const Dates = ({ order, line, typing, say, language }: Asked & { line: DeskLine }) => {
  const isAlive = useIsAlive()
  const pmc = standing(order.opinions).find(({ department }) => department === 'pmc')
  return (
    <>
      {promiseCells(line).map((cell) => {
        const proposed = pmc ? proposedFor(pmc.proposed, cell) : null
        const late = proposed !== null && cell.asked !== null && proposed > cell.asked
        return (
          <div key={cell.key} className="review-desk__dates">
            <span>{cell.asked ?? '–'}</span>
            {line.schedule.length > 1 && <small>{`× ${cell.qty.toLocaleString('en-US')}`}</small>}
            {typing.enabled ? (
              <span className="review-desk__date" onKeyDown={walkDates}>
                <DayInput
                  label={`${say('promised')} ${line.item} ${cell.asked ?? ''}`}
                  language={language}
                  isShut={!isAlive}
                  value={typing.typed[cell.key] ?? ''}
                  onChange={(day) => typing.set(cell.key, day)}
                  onUnread={(isUnread) => typing.tell(cell.key, isUnread)}
                />
              </span>
            ) : (
              cell.promised && <b>{`→ ${cell.promised}`}</b>
            )}
            {proposed && proposed !== cell.promised && <i className={late ? 'is-short' : undefined}>{`${say('pmc')} ${proposed}`}</i>}
          </div>
        )
      })}
    </>
  )
}

/** The lines of the order under review; the margin stands only where the reader may know cost, dates are typed where he promises them. */
export const OrderLines = ({ order, say, typing, language }: Asked) => {
  const margins = order.lines[0]?.margin !== undefined
  const dates = typing.enabled ? `${say('asked')} → ${say('promised')}` : say('asked')
  const figures: Word[] = ['qty', 'price', 'gross', 'stock', ...(margins ? (['margin'] as const) : [])]
  return (
    <table className="review-desk__lines">
      <thead>
        <tr>
          <th>{say('item')}</th>
          {figures.map((word) => (
            <th key={word} className="figure">
              {say(word)}
            </th>
          ))}
          <th>{dates}</th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.id}>
            <td>
              {line.item || line.description} <small>{line.specification}</small>
              <Technical line={line} say={say} />
            </td>
            <td className="figure" data-label={say('qty')}>{`${figure(line.qty, 0)} ${line.unit}`}</td>
            <td className="figure" data-label={say('price')}>
              {figure(line.price)}
            </td>
            <td className="figure" data-label={say('gross')}>
              {figure(line.gross)}
            </td>
            <td data-label={say('stock')} className={`figure ${line.available !== null && line.available < 0 ? 'is-short' : ''}`}>
              {figure(line.available, 0)}
            </td>
            {margins && (
              <td className="figure" data-label={say('margin')}>
                {line.margin == null ? '–' : line.margin.toFixed(1)}
              </td>
            )}
            <td data-label={dates}>
              <Dates order={order} line={line} typing={typing} say={say} language={language} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
