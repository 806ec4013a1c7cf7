'use client'

import { Banner, Button } from '@payloadcms/ui'

import type { OnHandRow } from '@/src/questions/stock/stockScreen'

import { BatchStory } from './BatchStory'
import { CardTab } from './CardTab'
import { DaysTab } from './DaysTab'
import { HoldingsTab } from './HoldingsTab'
import { useAnswer } from './useAnswer'
import { quantity, wordsIn } from './words'

type Props = {
  language: 'zh' | 'en'
  api: string
  admin: string
  asked: Readonly<Record<string, string>>
  onChoose: (changes: Readonly<Record<string, string>>) => void
}
type Answer = { rows: OnHandRow[]; totals: Record<(typeof figures)[number], number> }

const figures = ['onHand', 'frozen', 'reserved', 'expectedIn', 'available'] as const

/** What stands behind a row of the stock: who holds it, how it came to be, how it goes on, and where the batch went. */
export const StockDetail = ({ language, api, admin, asked, onChoose }: Props) => {
  const say = wordsIn(language)
  const { of: item = '', ofWarehouse: warehouse = '', ofBatch: batchNo = '' } = asked
  const key = new URLSearchParams({ item, ...(warehouse ? { warehouse } : {}), ...(batchNo ? { batchNo } : {}) }).toString()
  const tabs = ['holdings', 'card', 'days', ...(batchNo ? (['story'] as const) : [])] as const
  const tab = tabs.find((name) => name === asked['tab']) ?? 'holdings'
  const { answer, failed } = useAnswer<Answer>({ url: `${api}/stock/on-hand?${key}`, language })
  const { answer: master } = useAnswer<{ code: string; name: string; specification?: string | null; unit: string }>({
    url: `${api}/items/${item}?depth=0`,
    language,
  })
  const place = warehouse ? (answer?.rows[0]?.warehouseName ?? say.warehouse) : say.everywhere
  const tabProps = { api, admin, language, query: key }
  return (
    <div className="report stock">
      <header className="report__head">
        <div>
          <h1>{master ? `${master.code} ${master.name}` : ' '}</h1>
          <p className="report__stated">
            {[master?.specification, place, batchNo ? `${say.batch} ${batchNo}` : say.pieces, master?.unit].filter(Boolean).join(' · ')}
          </p>
        </div>
        <div className="report__actions">
          {(warehouse || batchNo) && (
            <Button size="small" buttonStyle="secondary" margin={false} onClick={() => onChoose({ ofWarehouse: '', ofBatch: '' })}>
              {say.everywhere}
            </Button>
          )}
          <Button
            size="small"
            buttonStyle="secondary"
            margin={false}
            onClick={() => onChoose({ of: '', ofWarehouse: '', ofBatch: '', tab: '' })}
          >
            {say.back}
          </Button>
        </div>
      </header>
      {failed && <Banner type="error">{failed}</Banner>}
      {answer && (
        <dl className="stock__sums">
          {figures.map((name) => (
            <div key={name} className={answer.totals[name] < 0 ? 'is-short' : undefined}>
              <dt>{say[name]}</dt>
              <dd>{quantity(answer.totals[name])}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="stock__tabs" role="tablist">
        {tabs.map((name) => (
          <button key={name} type="button" role="tab" aria-selected={name === tab} onClick={() => onChoose({ tab: name })}>
            {say[name]}
          </button>
        ))}
      </div>
      {tab === 'holdings' && <HoldingsTab {...tabProps} />}
      {tab === 'card' && <CardTab key={key} {...tabProps} />}
      {tab === 'days' && <DaysTab {...tabProps} />}
      {tab === 'story' && <BatchStory api={api} admin={admin} language={language} item={item} batchNo={batchNo} />}
    </div>
  )
}
