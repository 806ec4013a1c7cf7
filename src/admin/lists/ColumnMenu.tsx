import type { ListColumn } from '@/src/domain/lists/column'

import { Menu } from './Menu'
import type { ListWords } from './words'

const moved = (names: readonly string[], name: string, by: number): string[] => {
  const at = names.indexOf(name)
  const to = Math.min(Math.max(at + by, 0), names.length - 1)
  const without = names.filter((each) => each !== name)
  return [...without.slice(0, to), name, ...without.slice(to)]
}

/** Which columns, and in what order; remembered for the person. */
export const ColumnMenu = ({
  columns,
  chosen,
  usual,
  say,
  onChange,
}: {
  columns: readonly ListColumn[]
  chosen: readonly string[]
  usual: readonly string[]
  say: ListWords
  onChange: (names: readonly string[]) => void
}) => {
  const others = columns.filter(({ name }) => !chosen.includes(name))
  const labelOf = (name: string): string => columns.find((column) => column.name === name)?.label ?? name
  return (
    <Menu label={say('columns')}>
      <ul className="list__columns">
        {chosen.map((name) => (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                checked
                disabled={chosen.length === 1}
                onChange={() => onChange(chosen.filter((each) => each !== name))}
              />
              {labelOf(name)}
            </label>
            <button type="button" aria-label={`${say('earlier')} ${labelOf(name)}`} onClick={() => onChange(moved(chosen, name, -1))}>
              ↑
            </button>
            <button type="button" aria-label={`${say('later')} ${labelOf(name)}`} onClick={() => onChange(moved(chosen, name, 1))}>
              ↓
            </button>
          </li>
        ))}
        {others.map(({ name, label }) => (
          <li key={name}>
            <label>
              <input type="checkbox" checked={false} onChange={() => onChange([...chosen, name])} />
              {label}
            </label>
          </li>
        ))}
      </ul>
      <button type="button" className="list__button" onClick={() => onChange(usual)}>
        {say('usual')}
      </button>
    </Menu>
  )
}
