'use client'

import { Button, Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { PageStory } from '@/src/questions/quotes/customerPage'

import { instantIn } from '../../instantIn'
import { ask } from '../../request/ask'
import { copyText } from '../../request/copyText'
import { ListedChanges } from './ListedChanges'
import { words } from './words'

type Told = PageStory & { timeZone: string }

/** 客户页面: the link of this quote, who opened it and when, and what was ordered through it. */
export const CustomerPageTab = () => {
  const { id, savedDocumentData } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const say = words[i18n.language === 'en' ? 'en' : 'zh']
  const [told, setTold] = useState<Told | 'failed' | null>(null)
  const [copied, setCopied] = useState(false)
  const saved = savedDocumentData?.['updatedAt'] as string | undefined
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const answer = await ask<Told>(`/api/customer-page/quotes/${id ?? ''}`)
      if (!gone) setTold(answer.ok ? answer.body : 'failed')
    }
    void load()
    return () => void (gone = true)
  }, [id, saved])
  if (told === null) return <p className="flow__told">…</p>
  if (told === 'failed') return <p className="flow__told">{say.failed}</p>
  const { link, openings, lists, timeZone } = told
  const url = link?.url
  return (
    <div className="flow revisions">
      <h3>{say.link}</h3>
      {!link && <p>{say.noLink}</p>}
      {link && !url && <p>{say.hidden}</p>}
      {url && (
        <>
          <p className="customer-page__link">
            <code>{url}</code>
          </p>
          <p className="revisions__choice">
            <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void copyText(url).then(setCopied)}>
              {copied ? say.copied : say.copy}
            </Button>{' '}
            <a href={url} target="_blank" rel="noreferrer">
              {say.open}
            </a>
          </p>
        </>
      )}
      {link && (
        <p>
          {say.until} {instantIn(link.expiresAt, timeZone)}
        </p>
      )}
      <h3>{say.openings}</h3>
      {openings.length === 0 ? (
        <p>{say.never}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{say.at}</th>
              <th>{say.from}</th>
            </tr>
          </thead>
          <tbody>
            {openings.map(({ at, client }, index) => (
              <tr key={`${at} ${index}`}>
                <td>{instantIn(at, timeZone)}</td>
                <td>{client}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>{say.lists}</h3>
      {lists.length === 0 && <p>{say.none}</p>}
      {lists.map((list) => (
        <section key={list.id}>
          <p>
            {list.no} · {instantIn(list.at, timeZone)} · {say.by} {list.name} ({list.email}) · {list.currency}{' '}
            {list.grossTotal.toLocaleString('en-US', { minimumFractionDigits: 2 })} ·{' '}
            <Link href={`${config.routes.admin}/collections/orders/${list.order}`}>
              {say.order} {list.orderNo}
            </Link>
          </p>
          {list.remark && (
            <p>
              {say.remark}: {list.remark}
            </p>
          )}
          <ListedChanges changes={list.changes} say={say} />
        </section>
      ))}
    </div>
  )
}
