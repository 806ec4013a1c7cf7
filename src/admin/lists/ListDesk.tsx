'use client'

import { Link, SetStepNav } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'

import { type ListQuestion, readAddress, writeAddress } from '@/src/domain/lists/address'
import type { ListAnswer, ListRow } from '@/src/domain/lists/column'
import type { ListDescription } from '@/src/questions/lists/describeList'

import { BulkBar } from './BulkBar'
import { ListBar } from './ListBar'
import { ListFoot } from './ListFoot'
import { ListTable } from './ListTable'
import { QuickView } from './QuickView'
import { useKept } from './useKept'
import { useList } from './useList'
import { useListKeys } from './useListKeys'
import { useScroll } from './useScroll'
import { wordsIn } from './words'
import './list.css'

type Props = {
  list: ListDescription
  asked: ListQuestion
  initial: ListAnswer
  language: 'zh' | 'en'
  admin: string
  tools?: ReactNode
}

/** The one list of the house: what is asked of it stands in the address, what is shown of it is remembered. */
export const ListDesk = ({ list, asked, initial, language, admin, tools }: Props) => {
  const say = wordsIn(language)
  const router = useRouter()
  const scroller = useRef<HTMLDivElement>(null)
  const { names, views, keepColumns, saveView, removeView } = useKept(list, say)
  const [at, setAt] = useState(-1)
  const [glanced, setGlanced] = useState(false)
  const [chosen, setChosen] = useState<ReadonlyMap<number, ListRow>>(new Map())
  const { question, answer, state, totals, ask, reset, again, addUp } = useList({
    slug: list.slug,
    asked,
    initial,
    columns: names,
    language,
  })
  const columns = names.flatMap((name) => list.columns.find((column) => column.name === name) ?? [])
  const { rows } = answer
  const home = `${admin}/collections/${list.slug}`
  const addressOf = (row: ListRow): string => `${home}/${String(row.id)}`
  const current = rows[at]
  useScroll(scroller, `${list.slug}?${writeAddress(question)}`)

  const change = (to: Partial<ListQuestion>): void => {
    setAt(-1)
    setGlanced(false)
    ask(to)
  }
  const move = (by: number): void => {
    const next = Math.min(Math.max(at + by, 0), rows.length - 1)
    setAt(next)
    scroller.current?.querySelectorAll('tbody tr')[next]?.scrollIntoView({ block: 'nearest' })
  }
  const choose = (ids: readonly number[], yes: boolean): void =>
    setChosen((before) => {
      const next = new Map(before)
      for (const row of rows) {
        if (!ids.includes(row.id)) continue
        if (yes) next.set(row.id, row)
        else next.delete(row.id)
      }
      return next
    })
  useListKeys({
    move,
    open: () => current && router.push(addressOf(current)),
    glance: () => current && setGlanced(!glanced),
    choose: () => current && choose([current.id], !chosen.has(current.id)),
    begin: () => list.mayCreate && router.push(`${home}/create`),
    leave: () => setGlanced(false),
  })
  const isChoosable = list.verbs.length > 0 || list.mayAssign || list.columns.some(({ name }) => name === 'no')
  const isEmpty = rows.length === 0 && state === 'shown'
  const isAsked = writeAddress({ ...question, page: 1, sort: null }) !== ''
  return (
    <section className={glanced && current ? 'list has-glance' : 'list'} aria-busy={state === 'asking'}>
      <SetStepNav nav={[{ label: list.title }]} />
      <h1 className="list__title">{list.title}</h1>
      {tools}
      <ListBar
        list={list}
        question={question}
        columns={names}
        views={views}
        language={language}
        say={say}
        createAddress={`${home}/create`}
        onAsk={change}
        onReset={() => {
          setAt(-1)
          reset()
        }}
        onColumns={keepColumns}
        onOpenView={(view) => {
          if (view.columns.length > 0) keepColumns(view.columns.filter((name) => list.columns.some((column) => column.name === name)))
          change(readAddress(new URLSearchParams(view.address)))
        }}
        onSaveView={saveView}
        onRemoveView={removeView}
      />
      {chosen.size > 0 && (
        <BulkBar
          list={list}
          rows={[...chosen.values()]}
          language={language}
          say={say}
          onDone={again}
          onClear={() => setChosen(new Map())}
        />
      )}
      <div className="list__body">
        {/* the rows scroll by themselves, so that heads and totals stay */}
        <div className="list__scroll" ref={scroller} tabIndex={0} role="region" aria-label={list.title}>
          {state === 'failed' && (
            <p role="alert" className="list__told">
              {say('failed')}{' '}
              <button type="button" className="list__button" onClick={again}>
                {say('again')}
              </button>
            </p>
          )}
          {rows.length > 0 && (
            <ListTable
              label={list.title}
              columns={columns}
              rows={rows}
              sort={question.sort}
              at={at}
              chosen={isChoosable ? new Set(chosen.keys()) : null}
              addressOf={addressOf}
              say={say}
              onSort={(sort) => change({ sort })}
              onAt={setAt}
              onGlance={(index) => {
                setGlanced(index !== at || !glanced)
                setAt(index)
              }}
              onOpen={(row) => router.push(addressOf(row))}
              onChoose={choose}
            />
          )}
          {isEmpty && (
            <div className="list__told">
              <p>{isAsked ? say('nothing') : list.empty.purpose}</p>
              {isAsked ? (
                <button type="button" className="list__button" onClick={reset}>
                  {say('reset')}
                </button>
              ) : (
                list.mayCreate && (
                  <Link className="list__button is-main" href={`${home}/create`} prefetch={false}>
                    {list.empty.first}
                  </Link>
                )
              )}
            </div>
          )}
        </div>
        {glanced && current && (
          <QuickView
            slug={list.slug}
            id={current.id}
            address={addressOf(current)}
            language={language}
            say={say}
            onClose={() => setGlanced(false)}
          />
        )}
      </div>
      <ListFoot
        totals={totals}
        columns={columns}
        page={question.page}
        more={answer.more}
        say={say}
        onPage={(page) => change({ page })}
        onAddUp={() => void addUp()}
      />
    </section>
  )
}
