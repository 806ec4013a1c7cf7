import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'

import { emptyQuestion, type ListQuestion, readAddress, writeAddress } from '@/src/domain/lists/address'
import type { ListAnswer, ListTotals } from '@/src/domain/lists/column'

import { askPage, askTotals, keepAnswer, keptAnswer } from './askList'

type Shown = { answer: ListAnswer; state: 'shown' | 'asking' | 'failed' }

/** A list as its address asks for it: the page, its totals, and the way to ask something else. */
export function useList({
  slug,
  asked,
  initial,
  columns,
  language,
}: {
  slug: string
  asked: ListQuestion
  initial: ListAnswer
  columns: readonly string[]
  language: string
}) {
  const here = useSearchParams()
  // coming back to a list, the address is newer than what the page was made with
  const [question, setQuestion] = useState(() => readAddress(here))
  const [shown, setShown] = useState<Shown>(() => ({ answer: keptAnswer({ slug, question, columns }) ?? initial, state: 'shown' }))
  const [totals, setTotals] = useState<ListTotals | null>(null)
  const [turn, setTurn] = useState(0)
  const [first] = useState(() => `${writeAddress(asked)} ${columns.join()}`)
  const address = writeAddress(question)
  const columnNames = columns.join(',')

  // the menu, asked for the same list, leads to all of it
  useEffect(() => {
    const now = readAddress(new URLSearchParams(window.location.search))
    setQuestion((before) => (writeAddress(before) === writeAddress(now) ? before : now))
  }, [asked])

  useEffect(() => {
    const now = { slug, question: readAddress(new URLSearchParams(address)), columns: columnNames.split(',') }
    const abort = new AbortController()
    const isFirst = turn === 0 && first === `${address} ${columnNames}`
    if (isFirst) keepAnswer(now, initial)
    const ask = async (): Promise<void> => {
      const kept = keptAnswer(now)
      if (kept) setShown({ answer: kept, state: 'shown' })
      else setShown(({ answer }) => ({ answer, state: 'asking' }))
      if (!isFirst) setShown({ answer: await askPage(now, language, abort.signal), state: 'shown' })
    }
    ask().catch(() => abort.signal.aborted || setShown(({ answer }) => ({ answer, state: 'failed' })))
    return () => abort.abort()
  }, [address, columnNames, first, initial, language, slug, turn])

  const counted = writeAddress({ ...readAddress(new URLSearchParams(address)), page: 1, sort: null })
  useEffect(() => {
    const abort = new AbortController()
    const now = { slug, question: readAddress(new URLSearchParams(counted)), columns: columnNames.split(',') }
    askTotals(now, language, abort.signal).then(setTotals, () => undefined) // the list says that it could not be read
    return () => abort.abort()
  }, [counted, columnNames, language, slug, turn])

  const ask = (change: Partial<ListQuestion>): void => {
    const next = { ...question, page: 1, ...change }
    setQuestion(next)
    const query = writeAddress(next)
    window.history.replaceState(window.history.state, '', `${window.location.pathname}${query ? `?${query}` : ''}`)
  }
  return {
    question,
    ...shown,
    totals,
    ask,
    reset: () => ask(emptyQuestion),
    again: () => setTurn((before) => before + 1),
    addUp: async () => {
      const now = { slug, question, columns }
      setTotals(await askTotals(now, language, new AbortController().signal, true))
    },
  }
}
