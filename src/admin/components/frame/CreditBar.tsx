'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { spokenFigure } from '@/src/domain/grid/readCell'

import { ask } from '../../request/ask'

type Position = {
  limit?: number | null
  exposure?: number
  /** what this document uses of it already */
  own?: number
  free?: number | null
  oldestOverdue?: { days?: number; amount?: number } | number | null
}

const words = {
  credit: { zh: '信用', en: 'Credit' },
  used: { zh: '已用', en: 'used' },
  limit: { zh: '额度', en: 'limit' },
  free: { zh: '可用', en: 'free' },
  none: { zh: '不限', en: 'no limit' },
  now: { zh: '本次', en: 'this one' },
} as const

/**
 * What a customer owes and may still owe, with this document on top: for those who may know. What a saved document uses is part of what is
 * used; only what it would come to instead is told. In base currency, as the books are. Its place is kept while it is asked.
 */
export const CreditBar = ({
  customer,
  document,
  amount,
  language,
}: {
  customer: number | null
  /** kind and id, once it has been saved */
  document: string | null
  amount: number
  language: 'zh' | 'en'
}) => {
  const { lastUpdateTime } = useDocumentInfo()
  const [position, setPosition] = useState<{ customer: number; told: Position } | null>(null)
  useEffect(() => {
    if (customer === null) return
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await ask<Position>(`/api/credit/customers/${customer}${document ? `?document=${document}` : ''}`, {
        signal: abort.signal,
      })
      if (answer.ok) setPosition({ customer, told: answer.body })
    }
    load().catch(() => undefined) // a bar that did not come leaves its place empty; the guard decides all the same
    return () => abort.abort()
  }, [customer, document, lastUpdateTime])
  const told = position && position.customer === customer ? position.told : null
  if (!told || told.exposure === undefined) return <p className="credit-bar" aria-hidden />
  const { limit, exposure, own = 0 } = told
  const after = amount > 0 ? exposure - own + amount : exposure
  const isTold = amount > 0 && Math.abs(amount - own) >= 0.005
  const share = limit ? Math.min(100, (exposure / limit) * 100) : 0
  const shareAfter = limit ? Math.min(100, (after / limit) * 100) : 0
  return (
    <p className={`credit-bar ${limit && after > limit ? 'is-over' : ''}`}>
      <span>
        {words.credit[language]} {words.used[language]} <b>{spokenFigure(exposure, 'amount')}</b>
      </span>
      {limit !== undefined && limit !== null && (
        <span className="credit-bar__track" role="img" aria-label={`${Math.round(shareAfter)}%`}>
          <i style={{ width: `${share}%` }} />
          <i className="is-new" style={{ width: `${Math.max(0, shareAfter - share)}%` }} />
        </span>
      )}
      {limit !== undefined && (
        <span>
          {words.limit[language]} <b>{limit === null ? words.none[language] : spokenFigure(limit, 'amount')}</b>
          {limit !== null && (
            <>
              {' · '}
              {words.free[language]} <b>{spokenFigure(limit - exposure, 'amount')}</b>
            </>
          )}
        </span>
      )}
      {isTold && (
        <span>
          {words.now[language]} {spokenFigure(amount, 'amount')} → <b>{spokenFigure(after, 'amount')}</b>
        </span>
      )}
    </p>
  )
}
