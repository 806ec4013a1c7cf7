'use client'

import { Link } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { screenOf } from '@/src/domain/control/screenOf'
import { inLanguages } from '@/src/domain/words/words'

import { ask } from '../../request/ask'

type Row = { slug: string; id: number; no: string; text: string; date: string | null }
type Group = { key: string; label: string; count: number; urgent: boolean; rows: Row[]; link: string }

const words = inLanguages({
  title: { zh: '跟单看板', en: 'Follow-up' },
  all: { zh: '查看全部', en: 'Show all' },
  nothing: { zh: '没有待办：', en: 'Nothing waits in:' },
  failed: { zh: '看板读取失败', en: 'The board could not be read' },
  refreshed: { zh: '更新于', en: 'As of' },
})

/** How often an open board asks again, in milliseconds. */
const every = 60_000

/** The board: a card per group with its count, its first rows, and the way to all of them. Groups with something in them come first. */
export const FollowUpBoard = ({ language, api, admin }: { language: 'zh' | 'en'; api: string; admin: string }) => {
  const say = words[language]
  const [groups, setGroups] = useState<Group[] | 'failed' | null>(null)
  const [at, setAt] = useState('')
  useEffect(() => {
    const asking = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await ask<{ at: string; groups: Group[] }>(`${api}/follow-up`, { language, signal: asking.signal })
      setGroups(answer.ok ? answer.body.groups : 'failed')
      if (answer.ok) setAt(answer.body.at)
    }
    const again = (): void => void load().catch(() => asking.signal.aborted || setGroups('failed'))
    again()
    const timer = setInterval(again, every)
    return () => {
      clearInterval(timer)
      asking.abort()
    }
  }, [api, language])
  // nothing to do is an answer, too, and a short one
  const idle = Array.isArray(groups) ? groups.filter(({ count }) => count === 0) : []
  return (
    <div className="follow-up" aria-busy={groups === null}>
      <header>
        <h1>{say.title}</h1>
        {at && (
          <small>
            {say.refreshed} {at}
          </small>
        )}
      </header>
      {groups === 'failed' && <p role="alert">{say.failed}</p>}
      {Array.isArray(groups) && (
        <div className="follow-up__groups">
          {groups
            .filter(({ count }) => count > 0)
            .sort((a, b) => Number(b.urgent) - Number(a.urgent))
            .map((group) => (
              <section key={group.key} className={group.urgent ? 'is-urgent' : undefined}>
                <h2>
                  <Link href={`${admin}${group.link}`}>
                    {group.label} <b>{group.count}</b>
                  </Link>
                </h2>
                <ul>
                  {group.rows.map((row, index) => (
                    <li key={`${row.slug}${row.id}${index}`}>
                      <Link href={`${admin}${screenOf(row)}`}>
                        <strong>{row.no}</strong>
                        <span title={row.text}>{row.text}</span>
                        <time>{row.date}</time>
                      </Link>
                    </li>
                  ))}
                </ul>
                {group.count > group.rows.length && <Link href={`${admin}${group.link}`}>{`${say.all} (${group.count})`}</Link>}
              </section>
            ))}
        </div>
      )}
      {idle.length > 0 && (
        <p className="follow-up__idle">
          {say.nothing}
          {idle.map(({ key, label, link }) => (
            <Link key={key} href={`${admin}${link}`}>
              {label}
            </Link>
          ))}
        </p>
      )}
    </div>
  )
}
