import { DayInput } from '@/src/admin/components/day/DayInput'
import { RecordPicker } from '@/src/admin/components/lookup/RecordPicker'
import type { Condition } from '@/src/domain/lists/address'
import { isFigure, type ListColumn } from '@/src/domain/lists/column'
import { isLookupKind } from '@/src/domain/lookup/kinds'

import { type ColumnFilter, conditionOf, filtersIn } from './filters'
import { Menu } from './Menu'
import type { ListWords } from './words'

type Props = {
  columns: readonly ListColumn[]
  where: Condition | null
  language: 'zh' | 'en'
  say: ListWords
  onChange: (where: Condition | null) => void
}

const canFilter = ({ kind, relation = '', ofLines }: ListColumn): boolean =>
  !ofLines &&
  (kind === 'choice' || kind === 'date' || kind === 'figure' || kind === 'amount' || (kind === 'record' && isLookupKind(relation)))

/** Filters by column: states by choosing, records by the look-up, days and figures from and to. */
export const FilterMenu = ({ columns, where, language, say, onChange }: Props) => {
  const filters = filtersIn(where)
  const change = (field: string, next: Partial<ColumnFilter>): void => {
    const known = filters ?? []
    const now = { ...(known.find((filter) => filter.field === field) ?? { field }), ...next }
    onChange(conditionOf([...known.filter((filter) => filter.field !== field), now]))
  }
  return (
    <Menu label={say('filter')} isOn={where !== null}>
      {where !== null && (
        <button type="button" className="list__button" onClick={() => onChange(null)}>
          {say('clear')}
        </button>
      )}
      <div className="list__filters">
        {columns.filter(canFilter).map((column) => {
          const { name, label, kind, options = [], relation = '' } = column
          const filter: ColumnFilter = filters?.find(({ field }) => field === name) ?? { field: name }
          return (
            <fieldset key={name}>
              <legend>{label}</legend>
              {kind === 'choice' &&
                options.map((option) => (
                  <label key={option.value}>
                    <input
                      type="checkbox"
                      checked={filter.oneOf?.includes(option.value) ?? false}
                      onChange={({ target }) => {
                        const others = (filter.oneOf ?? []).filter((value) => value !== option.value)
                        change(name, { oneOf: target.checked ? [...others, option.value] : others })
                      }}
                    />
                    {option.label}
                  </label>
                ))}
              {kind === 'record' && (
                <RecordPicker
                  kind={relation}
                  value={filter.oneOf?.[0] ? Number(filter.oneOf[0]) : null}
                  label={label}
                  language={language}
                  onChange={(id) => change(name, { oneOf: id === null ? [] : [String(id)] })}
                />
              )}
              {kind === 'date' &&
                (['from', 'to'] as const).map((end) => (
                  <DayInput
                    key={end}
                    label={`${label} ${say(end)}`}
                    language={language}
                    value={filter[end] ?? ''}
                    onChange={(day) => change(name, { [end]: day })}
                  />
                ))}
              {isFigure(column) &&
                (['from', 'to'] as const).map((end) => (
                  <input
                    key={end}
                    type="text"
                    inputMode="decimal"
                    aria-label={`${label} ${say(end)}`}
                    placeholder={say(end)}
                    defaultValue={filter[end] ?? ''}
                    onBlur={({ target }) => {
                      const plain = target.value.normalize('NFKC').replaceAll(/[,\s]/g, '')
                      const isFine = plain === '' || /^-?\d+(\.\d+)?$/.test(plain)
                      target.setCustomValidity(isFine ? '' : '123.45')
                      if (isFine && plain !== (filter[end] ?? '')) change(name, { [end]: plain })
                      else if (!isFine) target.reportValidity()
                    }}
                  />
                ))}
            </fieldset>
          )
        })}
      </div>
    </Menu>
  )
}
