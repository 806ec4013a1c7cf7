'use client'

import { Link } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { SamplesBoard } from '@/src/questions/samples/samplesBoard'
import { inLanguages } from '@/src/domain/words/words'

import { ask } from '../../request/ask'

const filters = ['customer', 'salesperson', 'engineer'] as const
type Filter = (typeof filters)[number]

const words = inLanguages({
  title: { zh: '样板看板', en: 'Sample board' },
  customer: { zh: '客户', en: 'Customer' },
  salesperson: { zh: '业务员', en: 'Salesperson' },
  engineer: { zh: '工程师', en: 'Engineer' },
  all: { zh: '全部', en: 'All' },
  days: { zh: (n: number) => (n === 0 ? '今天' : `${n} 天`), en: (n: number) => (n === 0 ? 'today' : `${n} d`) },
  next: { zh: '待', en: 'Next' },
  round: { zh: (n: number) => `第 ${n} 轮`, en: (n: number) => `Round ${n}` },
  nothing: { zh: '无', en: 'Nothing' },
  failed: { zh: '看板读取失败', en: 'The board could not be read' },
  more: { zh: (n: number) => `另有 ${n} 个`, en: (n: number) => `${n} more` },
  add: { zh: '新建样板', en: 'New sample' },
})

/** How often an open board asks again, in milliseconds. */
const every = 60_000
/** A sample that has waited longer than this many days in one state is marked. */
const long = 7

const asked = (chosen: Record<Filter, string>): string => {
  const given = filters.filter((name) => chosen[name])
  return given.length > 0 ? `?${new URLSearchParams(given.map((name) => [name, chosen[name]])).toString()}` : ''
}

/** The columns of the sample board. Filters stand in the address; arrow keys walk over the cards, Enter opens one. */
export const SampleColumns = ({ language, api, admin }: { language: 'zh' | 'en'; api: string; admin: string }) => {
  const say = words[language]
  const [board, setBoard] = useState<SamplesBoard | 'failed' | null>(null)
  const [chosen, setChosen] = useState<Record<Filter, string> | null>(null)
  useEffect(() => {
    const given = new URLSearchParams(window.location.search)
    setChosen(Object.fromEntries(filters.map((name) => [name, given.get(name) ?? ''])) as Record<Filter, string>)
  }, [])
  useEffect(() => {
    if (!chosen) return
    const asking = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await ask<SamplesBoard>(`${api}/samples-board${asked(chosen)}`, { language, signal: asking.signal })
      setBoard(answer.ok ? answer.body : 'failed')
    }
    const again = (): void => void load().catch(() => asking.signal.aborted || setBoard('failed'))
    again()
    const timer = setInterval(again, every)
    return () => {
      clearInterval(timer)
      asking.abort()
    }
  }, [api, language, chosen])
  const choose = (name: Filter, value: string): void => {
    if (!chosen) return
    const next = { ...chosen, [name]: value }
    setChosen(next)
    window.history.replaceState(null, '', `${admin}/samples-board${asked(next)}`)
  }
  const walk = (event: React.KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] }[event.key]
    if (!step) return
    const lists = [...event.currentTarget.querySelectorAll('section')].map((one) => [...one.querySelectorAll<HTMLElement>('li a')])
    const x = lists.findIndex((cards) => cards.includes(document.activeElement as HTMLElement))
    if (x < 0) return
    const at = (lists[x] as HTMLElement[]).indexOf(document.activeElement as HTMLElement)
    const [across = 0, down = 0] = step
    let column = x + across
    while (across !== 0 && lists[column]?.length === 0) column += across
    const cards = lists[column] ?? []
    const target = across === 0 ? cards[at + down] : cards[Math.min(at, cards.length - 1)]
    if (!target) return
    event.preventDefault()
    target.focus()
  }
  return (
    <div className="samples-board" aria-busy={board === null}>
      <header>
        <h1>{say.title}</h1>
        {filters.map((name) => (
          <label key={name}>
            {say[name]}
            <select value={chosen?.[name] ?? ''} onChange={(event) => choose(name, event.target.value)}>
              <option value="">{say.all}</option>
              {board !== null &&
                board !== 'failed' &&
                board.choices[name].map(({ id, name: label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
            </select>
          </label>
        ))}
        <Link href={`${admin}/collections/samples/create`}>{say.add}</Link>
      </header>
      {board === 'failed' && <p role="alert">{say.failed}</p>}
      {board !== null && board !== 'failed' && (
        <div className="samples-board__columns" onKeyDown={walk}>
          {board.columns.map(({ status, label, count, cards }) => (
            <section key={status} aria-label={`${label} ${count}`}>
              <h2>
                {label} <b>{count}</b>
              </h2>
              {count === 0 && <p>{say.nothing}</p>}
              <ul>
                {cards.map((card) => (
                  <li key={card.id}>
                    <Link href={`${admin}/collections/samples/${card.id}`} className={card.days > long ? 'is-long' : undefined}>
                      <span>
                        <strong>{card.no}</strong>
                        <time>{say.days(card.days)}</time>
                      </span>
                      <em>{card.name}</em>
                      <small>{card.customer}</small>
                      <small>
                        {card.round !== null && `${say.round(card.round)} ${card.roundStatus ?? ''} · `}
                        {card.next && `${say.next} ${card.nextName}`}
                      </small>
                    </Link>
                  </li>
                ))}
              </ul>
              {count > cards.length && <p>{say.more(count - cards.length)}</p>}
            </section>
          ))}
        </div>
      )}
    </div>
  )
}
