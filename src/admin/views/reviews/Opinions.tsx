import type { CSSProperties } from 'react'

import { type DeskOrder, type Opinion, standing } from '@/src/questions/orders/reviews/desk'
import { isWord, type Say } from './words'

const stateOf = ({ status, opinion }: Opinion): string =>
  status === 'open' ? 'waiting' : status === 'void' ? 'void' : (opinion ?? 'closed')

const datesOf = ({ proposed }: Opinion, order: DeskOrder): string[] =>
  proposed.map(({ line, date, promised }) => {
    const at = order.lines.findIndex(({ id }) => id === line)
    const which = [at >= 0 && order.lines.length > 1 ? `${at + 1}` : '', date?.slice(0, 10) ?? ''].filter(Boolean).join(' · ')
    return `${which ? `${which} → ` : ''}${promised.slice(0, 10)}`
  })

/** What every department says, side by side in the same rows, so that the disagreement stands out; what no longer holds is folded away. */
export const Opinions = ({ order, say }: { order: DeskOrder; say: Say }) => {
  const columns = standing(order.opinions)
  const gone = order.opinions.filter((row) => row.opinion && !columns.includes(row))
  const rows: Array<[string, (row: Opinion) => string | string[]]> = [
    [say('remark'), ({ remark }) => remark ?? ''],
    [say('proposed'), (row) => datesOf(row, order)],
  ]
  const withFiles = columns.some(({ files }) => files.length > 0)
  if (columns.length === 0) return null
  return (
    <>
      <h3>{say('opinions')}</h3>
      <table className="opinions" style={{ '--told-by': columns.length + 1 } as CSSProperties}>
        <thead>
          <tr>
            <th />
            {columns.map((row) => (
              <th key={row.id}>
                {say(row.department)}
                <small>{[row.reviewer, row.answeredOn].filter(Boolean).join(' · ')}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('opinion')}</th>
            {columns.map((row) => {
              const state = stateOf(row)
              return (
                <td key={row.id}>
                  <span className={`opinion opinion--${state}`}>{isWord(state) ? say(state) : state}</span>
                  {row.accepted && <small>{say('accepted')}</small>}
                </td>
              )
            })}
          </tr>
          {rows
            .filter(([, value]) => columns.some((row) => value(row).length > 0))
            .map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {columns.map((row) => {
                  const told = value(row)
                  return <td key={row.id}>{typeof told === 'string' ? told : told.map((text) => <div key={text}>{text}</div>)}</td>
                })}
              </tr>
            ))}
          {withFiles && (
            <tr>
              <th scope="row">{say('files')}</th>
              {columns.map((row) => (
                <td key={row.id}>
                  {row.files.map(({ id, name, url }) => (
                    <div key={id}>
                      <a href={url} target="_blank" rel="noreferrer">
                        {name}
                      </a>
                    </div>
                  ))}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
      {gone.length > 0 && (
        <details className="opinions__gone">
          <summary>{`${say('earlier')} (${gone.length})`}</summary>
          {gone.map((row) => (
            <p key={row.id}>
              {`${say(row.department)} · ${row.reviewer ?? ''} · ${isWord(row.opinion ?? '') ? say(row.opinion as 'agree') : ''}`}
              {row.remark && ` · ${row.remark}`}
            </p>
          ))}
        </details>
      )}
    </>
  )
}
