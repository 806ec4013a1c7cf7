'use client'

import { Heads } from '../../components/Heads'
import type { TabProps } from './HoldingsTab'
import { useAnswer } from './useAnswer'
import { quantity, wordsIn } from './words'

type Day = { date: string; incoming: number; outgoing: number; balance: number }

const [width, height, edge] = [860, 220, 44]

/** A staircase of what is left: it holds its level until something comes or goes; below zero is short. */
const Staircase = ({ days }: { days: readonly Day[] }) => {
  const top = Math.max(0, ...days.map(({ balance }) => balance))
  const bottom = Math.min(0, ...days.map(({ balance }) => balance))
  const step = (width - 2 * edge) / days.length
  const y = (value: number): number => 16 + ((top - value) / (top - bottom || 1)) * (height - 48)
  const path = days.map(
    (day, at) => `${at === 0 ? 'M' : 'L'}${edge + at * step},${y(day.balance)} L${edge + (at + 1) * step},${y(day.balance)}`,
  )
  const every = Math.ceil(days.length / 9)
  return (
    <svg
      className="stock__days"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={days.map((day) => `${day.date} ${day.balance}`).join(', ')}
    >
      <line x1={edge} x2={width - edge} y1={y(0)} y2={y(0)} className="stock__zero" />
      <path d={path.join(' ')} className="stock__line" />
      {days.map((day, at) => (
        <g key={day.date}>
          <title>{`${day.date}: ${quantity(day.balance)}`}</title>
          <rect x={edge + at * step} y={0} width={step} height={height} fill="transparent" />
          {at % every === 0 && (
            <>
              <text x={edge + at * step + 4} y={y(day.balance) - 6} className={day.balance < 0 ? 'is-short' : undefined}>
                {quantity(day.balance)}
              </text>
              <text x={edge + at * step + 4} y={height - 6}>
                {day.date}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  )
}

/** 按日期可用量: what comes, what goes and what is left on each day on which something happens. */
export const DaysTab = ({ api, language, query }: TabProps) => {
  const say = wordsIn(language)
  const { answer, failed } = useAnswer<{ days: Day[] }>({ url: `${api}/stock/by-date?${query}`, language })
  if (failed) return <p role="alert">{failed}</p>
  if (!answer) return null
  return (
    <>
      <Staircase days={answer.days} />
      <div className="table report__table">
        <table>
          <Heads titles={[say.date]} figures={[say.incoming, say.outgoing, say.left]} />
          <tbody>
            {answer.days.map((day, at) => (
              <tr key={day.date}>
                <td>{at === 0 ? `${day.date} (${say.today})` : day.date}</td>
                <td className="report__figure">{day.incoming ? quantity(day.incoming) : ''}</td>
                <td className="report__figure">{day.outgoing ? quantity(day.outgoing) : ''}</td>
                <td className={`report__figure${day.balance < 0 ? ' report__figure--negative' : ''}`}>{quantity(day.balance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
