import { Link } from '@payloadcms/ui'

import { Pill } from '@/src/admin/components/pill/Pill'
import { isFigure, type ListCell, type ListColumn, type ListRow } from '@/src/domain/lists/column'

import type { ListWords } from './words'

const Cell = ({ column, cell }: { column: ListColumn; cell: ListCell | undefined }) => {
  if (!cell) return <span className="list__none">–</span>
  if (column.state && typeof cell.value === 'string') return <Pill value={cell.value}>{cell.text}</Pill>
  if (column.relation === 'customers' && typeof cell.value === 'number')
    return (
      <Link href={`/admin/collections/customers/${cell.value}/card`} prefetch={false} title={cell.text} className="list__leads">
        {cell.text}
      </Link>
    )
  return <span title={cell.text}>{cell.text}</span>
}

type Props = {
  label: string
  columns: readonly ListColumn[]
  rows: readonly ListRow[]
  sort: string | null
  at: number
  chosen: ReadonlySet<number> | null
  addressOf: (row: ListRow) => string
  say: ListWords
  onSort: (sort: string) => void
  onAt: (index: number) => void
  onGlance: (index: number) => void
  onOpen: (row: ListRow) => void
  onChoose: (ids: readonly number[], yes: boolean) => void
}

const Heads = ({ columns, rows, sort, chosen, say, onSort, onChoose }: Props) => {
  const isAll = chosen !== null && rows.length > 0 && rows.every(({ id }) => chosen.has(id))
  return (
    <tr>
      {chosen && (
        <th className="list__choose">
          <input
            type="checkbox"
            aria-label={say('selectAll')}
            checked={isAll}
            onChange={() =>
              onChoose(
                rows.map(({ id }) => id),
                !isAll,
              )
            }
          />
        </th>
      )}
      {columns.map((column) => {
        const isUp = sort === column.name
        const isDown = sort === `-${column.name}`
        return (
          <th
            key={column.name}
            scope="col"
            className={isFigure(column) ? 'is-figure' : undefined}
            aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
          >
            {column.sorts ? (
              <button type="button" onClick={() => onSort(isDown ? column.name : `-${column.name}`)}>
                {column.label}
                {isUp ? ' ↑' : isDown ? ' ↓' : ''}
              </button>
            ) : (
              column.label
            )}
          </th>
        )
      })}
    </tr>
  )
}

/** The rows: a table on wide screens, cards on a phone. The first column leads to the record. */
export const ListTable = (props: Props) => {
  const { label, columns, rows, at, chosen, addressOf, say, onAt, onGlance, onOpen, onChoose } = props
  return (
    <table className="list__table" aria-label={label}>
      <thead>
        <Heads {...props} />
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr
            key={row.id}
            className={[index === at && 'is-at', chosen?.has(row.id) && 'is-chosen'].filter(Boolean).join(' ') || undefined}
            aria-current={index === at ? 'true' : undefined}
            onClick={({ target }) => {
              if (target instanceof Element && !target.closest('a, input, button')) onGlance(index)
            }}
            onDoubleClick={() => onOpen(row)}
          >
            {chosen && (
              <td className="list__choose">
                <input
                  type="checkbox"
                  aria-label={`${say('select')} ${row.title}`}
                  checked={chosen.has(row.id)}
                  onChange={({ target }) => onChoose([row.id], target.checked)}
                />
              </td>
            )}
            {columns.map((column, place) => (
              <td key={column.name} data-label={column.label} className={isFigure(column) ? 'is-figure' : undefined}>
                {place === 0 ? (
                  <Link href={addressOf(row)} prefetch={false} onFocus={() => onAt(index)}>
                    {row.cells[column.name]?.text ?? (row.title === String(row.id) ? '–' : row.title)}
                  </Link>
                ) : (
                  <Cell column={column} cell={row.cells[column.name]} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
