'use client'

import { Banner, Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { OnHandRow } from '@/src/questions/stock/stockScreen'

import { StockDetail } from './StockDetail'
import { StockTable } from './StockTable'
import { useAnswer } from './useAnswer'
import { money, quantity, wordsIn } from './words'

type Props = { excel: boolean; language: 'zh' | 'en'; api: string; admin: string }
type Asked = Readonly<Record<string, string>>
type Answer = {
  rows: OnHandRow[]
  rowCount: number
  limit: number
  totals: Record<'onHand' | 'frozen' | 'reserved' | 'expectedIn' | 'available', number> & { value?: number }
}
type Masters = { docs: { id: number; code?: string; name: string }[] }

const filters = ['q', 'warehouse', 'category', 'batchNo', 'page'] as const
const detail = ['of', 'ofWarehouse', 'ofBatch', 'tab'] as const
const figures = ['onHand', 'frozen', 'reserved', 'expectedIn', 'available'] as const

const asQuery = (asked: Asked): string => new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()

/** 现存量查询: filters in the address, sums over all rows on top, pages from the server; a row opens what stands behind it. */
export const StockDesk = ({ excel: mayExcel, language, api, admin }: Props) => {
  const say = wordsIn(language)
  const [asked, setAsked] = useState<Asked | null>(null)
  useEffect(() => {
    const given = new URLSearchParams(window.location.search)
    const read = [...filters, ...detail].map((name): [string, string] => [name, given.get(name) ?? ''])
    setAsked(Object.fromEntries(read))
  }, [])
  const choose = (changes: Asked): void => {
    const next = { ...asked, page: '', ...changes }
    setAsked(next)
    window.history.replaceState(null, '', `${admin}/stock?${asQuery(next)}`)
  }
  const asking = asked && Object.fromEntries(filters.map((name) => [name, asked[name] ?? '']))
  const { answer, failed, loading } = useAnswer<Answer>({
    url: asking ? `${api}/stock/on-hand?${asQuery(asking)}` : null,
    language,
    pause: 200,
  })
  const warehouses = useAnswer<Masters>({ url: `${api}/warehouses?limit=200&depth=0&sort=code`, language }).answer?.docs ?? []
  const categories = useAnswer<Masters>({ url: `${api}/item-categories?limit=500&depth=0&sort=code`, language }).answer?.docs ?? []
  if (asked?.['of']) return <StockDetail language={language} api={api} admin={admin} asked={asked} onChoose={choose} />
  const page = Number(asked?.['page'] || 1)
  const pages = answer ? Math.max(1, Math.ceil(answer.rowCount / answer.limit)) : 1
  const excel = asQuery({ format: 'xlsx', q: asked?.['q'] || asked?.['batchNo'] || '', warehouse: asked?.['warehouse'] ?? '', category: asked?.['category'] ?? '' }) // prettier-ignore
  const choice = (name: 'warehouse' | 'category', options: Masters['docs']) => (
    <label className="report__filter">
      {say[name]}
      <select value={asked?.[name] ?? ''} onChange={(event) => choose({ [name]: event.target.value })}>
        <option value="">{say.all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.code ? `${option.code} ${option.name}` : option.name}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <div className="report stock" aria-busy={loading}>
      <header className="report__head">
        <h1>{say.title}</h1>
        <div className="report__actions">
          {mayExcel && (
            <Button el="anchor" url={`${api}/reports/stock-availability?${excel}`} buttonStyle="secondary" size="small" margin={false}>
              {say.excel}
            </Button>
          )}
        </div>
      </header>
      <div className="report__filters" role="search" aria-label={say.filters}>
        <label className="report__filter stock__q">
          {say.q}
          <input type="search" value={asked?.['q'] ?? ''} onChange={(event) => choose({ q: event.target.value })} />
        </label>
        {choice('warehouse', warehouses)}
        {choice('category', categories)}
        <label className="report__filter">
          {say.batch}
          <input type="search" value={asked?.['batchNo'] ?? ''} onChange={(event) => choose({ batchNo: event.target.value })} />
        </label>
      </div>
      {failed && <Banner type="error">{failed}</Banner>}
      {answer && (
        <dl className="stock__sums">
          {figures.map((key) => (
            <div key={key} className={answer.totals[key] < 0 ? 'is-short' : undefined}>
              <dt>{say[key]}</dt>
              <dd>{quantity(answer.totals[key])}</dd>
            </div>
          ))}
          {answer.totals.value !== undefined && (
            <div>
              <dt>{say.value}</dt>
              <dd>{money(answer.totals.value)}</dd>
            </div>
          )}
          <div>
            <dt>{say.rows}</dt>
            <dd>{quantity(answer.rowCount)}</dd>
          </div>
        </dl>
      )}
      {answer?.rows.length === 0 && <p className="report__note">{say.empty}</p>}
      {answer && answer.rows.length > 0 && (
        <StockTable
          rows={answer.rows}
          say={say}
          seesValue={answer.totals.value !== undefined}
          onOpen={(row) =>
            choose({
              page: asked?.['page'] ?? '',
              of: String(row.item),
              ofWarehouse: row.warehouse === null ? '' : String(row.warehouse),
              ofBatch: row.batchNo ?? '',
              tab: 'holdings',
            })
          }
        />
      )}
      {pages > 1 && (
        <nav className="stock__pages">
          <Button size="small" buttonStyle="secondary" disabled={page <= 1} onClick={() => choose({ page: String(page - 1) })}>
            {say.before}
          </Button>
          <span>{say.page.replace('{n}', String(page)).replace('{of}', String(pages))}</span>
          <Button size="small" buttonStyle="secondary" disabled={page >= pages} onClick={() => choose({ page: String(page + 1) })}>
            {say.after}
          </Button>
        </nav>
      )}
    </div>
  )
}
