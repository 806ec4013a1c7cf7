'use client'

import { spokenFigure } from '@/src/domain/grid/readCell'
import type { GridRow } from '@/src/domain/grid/rows'

import { datesOf } from './dates'
import { detailHeight } from './detailHeight'
import { useGrid } from './grid'
import { LineStory } from './LineStory'
import { PriceStory } from './PriceStory'
import type { CheckedLine } from './useCheck'

const day = (value: unknown): string => String(value ?? '').slice(0, 10)
const figureOf = (value: unknown): string => (typeof value === 'number' ? spokenFigure(value, 'figure') : '')

type LineDetailProps = { row: GridRow; index: number; span: number; checked: CheckedLine | undefined }

/** A line unfolded: when it is wished and promised, how far it has come, why this price, what was paid before, who changed it. */
export const LineDetail = ({ row, index, span, checked }: LineDetailProps) => {
  const { language, say, shape, columns } = useGrid()
  const dates = datesOf(row.values[shape.dates ?? ''])
  const hasDates = columns.some(({ kind }) => kind === 'schedule')
  const isPriced = columns.some(({ name }) => name === shape.price?.field)
  const id = row.values['id']
  const progress = shape.progress.filter(({ name }) => typeof row.values[name] === 'number')
  return (
    <tr className="line-grid__detail">
      <td colSpan={span}>
        <div style={{ height: detailHeight - 1 }} tabIndex={0} role="group" aria-label={`${say('detail')} ${index + 1}`}>
          {(hasDates || progress.length > 0) && (
            <section>
              {hasDates && (
                <>
                  <strong>{say('dates')}</strong>
                  {dates.length === 0 && <small>{say('none')}</small>}
                  {dates.map(({ date, qty, promised }, at) => (
                    <p key={at} className="line-grid__earlier">
                      <span>{day(date) || '—'}</span>
                      <b>{figureOf(qty)}</b>
                      {promised && (
                        <span>
                          {say('promised')} {day(promised)}
                        </span>
                      )}
                    </p>
                  ))}
                </>
              )}
              {progress.map(({ name, label }) => (
                <p key={name} className="line-grid__earlier">
                  <span>{label[language]}</span> <b>{figureOf(row.values[name])}</b>
                </p>
              ))}
            </section>
          )}
          {isPriced && <PriceStory row={row} index={index} checked={checked} />}
          {typeof id === 'string' && <LineStory id={id} />}
        </div>
      </td>
    </tr>
  )
}
