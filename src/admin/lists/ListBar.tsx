import { Link } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

import type { ListQuestion } from '@/src/domain/lists/address'
import type { ListDescription } from '@/src/questions/lists/describeList'
import type { SavedView } from '@/src/questions/lists/sharedViews'

import { queryOf } from './askList'
import { ColumnMenu } from './ColumnMenu'
import { FilterMenu } from './FilterMenu'
import { Menu } from './Menu'
import { prepareList } from './prepareList'
import { ViewMenu } from './ViewMenu'
import type { ListWords } from './words'

type Props = {
  list: ListDescription
  question: ListQuestion
  columns: readonly string[]
  views: readonly SavedView[]
  language: 'zh' | 'en'
  say: ListWords
  createAddress: string
  onAsk: (change: Partial<ListQuestion>) => void
  onReset: () => void
  onColumns: (names: readonly string[]) => void
  onOpenView: (view: SavedView) => void
  onSaveView: (view: SavedView, roles: readonly string[]) => void
  onRemoveView: (view: SavedView) => void
}

/** While somebody types, the list waits this long for the next key, in milliseconds. */
const pause = 200

const Search = ({
  value,
  label,
  placeholder,
  onSearch,
}: {
  value: string
  label: string
  placeholder: string
  onSearch: (text: string) => void
}) => {
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef(onSearch)
  useEffect(() => {
    latest.current = onSearch
  })
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => {
      latest.current(typed.trim())
      setTyped(null)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <input
      type="search"
      className="list__search"
      data-list-search=""
      aria-label={label}
      placeholder={placeholder}
      value={typed ?? value}
      maxLength={100}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault() // the browser would empty the field
        event.currentTarget.blur()
      }}
    />
  )
}

/** What is asked of the list: one click, the search, filters, views; and what is shown of it. */
export const ListBar = ({
  list,
  question,
  columns,
  views,
  language,
  say,
  createAddress,
  onAsk,
  onReset,
  onColumns,
  onOpenView,
  onSaveView,
  onRemoveView,
}: Props) => {
  const states = list.columns.find(({ name }) => name === 'status')?.options ?? []
  const isAll = question.quick.length === 0 && question.status.length === 0 && question.where === null && question.search === ''
  const toggled = (values: readonly string[], value: string): string[] =>
    values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
  const exported = (format: string): string => `/api/lists/${list.slug}/export?${queryOf({ question, columns })}&format=${format}`
  return (
    <div className="list__bar">
      <div className="list__quick" role="group" aria-label={say('quick')}>
        <button type="button" aria-pressed={isAll} onClick={onReset}>
          {say('all')}
        </button>
        {list.quick.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            aria-pressed={question.quick.includes(key)}
            onClick={() => onAsk({ quick: toggled(question.quick, key) })}
          >
            {label}
          </button>
        ))}
      </div>
      {states.length > 0 && (
        <Menu label={say('status')} isOn={question.status.length > 0}>
          <div className="list__states-menu">
            {states.map(({ value, label }) => (
              <label key={value}>
                <input
                  type="checkbox"
                  checked={question.status.includes(value)}
                  onChange={() => onAsk({ status: toggled(question.status, value) })}
                />
                {label}
              </label>
            ))}
          </div>
        </Menu>
      )}
      <FilterMenu
        columns={list.columns.filter(({ name }) => name !== 'status')}
        where={question.where}
        language={language}
        say={say}
        onChange={(where) => onAsk({ where })}
      />
      <Search
        value={question.search}
        label={say('searchLabel')}
        placeholder={say(list.columns.some(({ name }) => name === 'no') ? 'search' : 'searchNames')}
        onSearch={(search) => onAsk({ search })}
      />
      <ViewMenu
        views={views}
        language={language}
        say={say}
        onOpen={onOpenView}
        onSave={(name, roles) => {
          const { search, quick, status, where, sort } = question
          const address = queryOf({ question: { search, quick, status, where, sort, page: 1 }, columns: [] }).replace(/&?columns=$/, '')
          onSaveView({ name, address, columns }, roles)
        }}
        onRemove={onRemoveView}
      />
      <ColumnMenu columns={list.columns} chosen={columns} usual={list.usual} say={say} onChange={onColumns} />
      <Menu label={say('export')}>
        <a className="list__view" href={exported('xlsx')} download>
          Excel
        </a>
        <a className="list__view" href={exported('csv')} download>
          CSV
        </a>
        <button
          type="button"
          className="list__view"
          onClick={() => void prepareList(exported('csv').replace('/export?', '/prepare?'), language)}
        >
          {say('prepare')}
        </button>
      </Menu>
      {list.mayCreate && (
        <Link className="list__button is-main" href={createAddress} prefetch={false}>
          {say('create')}
        </Link>
      )}
    </div>
  )
}
