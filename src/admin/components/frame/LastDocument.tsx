'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { spokenFigure } from '@/src/domain/grid/readCell'

import { ask } from '../../request/ask'

type Doc = { id: number; no: string; date: string; grossTotal?: number | null; currency?: string | null }

const words = { zh: '上次', en: 'Last' } as const

/** So many are looked through for one that cost something: samples that were given away tell of no price. */
const looked = 5

/** The document of this kind that the customer had before this one, one press away: what he usually buys, and at what price. */
export const LastDocument = ({
  slug,
  id,
  customer,
  language,
}: {
  slug: string
  id: number | string | undefined
  customer: number | null
  language: 'zh' | 'en'
}) => {
  const {
    config: {
      routes: { admin },
    },
  } = useConfig()
  const [found, setFound] = useState<{ customer: number; doc: Doc | undefined } | null>(null)
  useEffect(() => {
    if (customer === null) return
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const other = id ? `&where[id][less_than]=${id}` : ''
      const answer = await ask<{ docs: Doc[] }>(
        `/api/${slug}?depth=0&limit=${looked}&sort=-id&where[customer][equals]=${customer}&where[status][not_equals]=cancelled${other}`,
        { signal: abort.signal },
      )
      if (answer.ok) setFound({ customer, doc: answer.body.docs.find(({ grossTotal }) => grossTotal) ?? answer.body.docs[0] })
    }
    load().catch(() => undefined) // what did not come leaves its place empty
    return () => abort.abort()
  }, [customer, id, slug])
  const doc = found?.customer === customer ? found.doc : undefined
  if (!doc) return null
  return (
    <span className="last-document">
      {words[language]} <Link href={`${admin}/collections/${slug}/${doc.id}`}>{doc.no}</Link> {doc.date.slice(0, 10)}
      {typeof doc.grossTotal === 'number' && doc.grossTotal !== 0 && (
        <>
          {' '}
          {doc.currency} <b>{spokenFigure(doc.grossTotal, 'amount')}</b>
        </>
      )}
    </span>
  )
}
