'use client'

import { useDocumentInfo, useForm, useFormFields, useTranslation } from '@payloadcms/ui'
import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'

import { openEntry } from '@/src/admin/components/entries'
import { askLookup, askNames } from '@/src/admin/components/lookup/askLookup'
import { meant } from '@/src/admin/components/lookup/meant'
import type { GridColumn } from '@/src/domain/grid/gridColumn'

import type { GridRows } from '@/src/domain/grid/rows'
import { idOf } from '@/src/domain/kernel/idOf'

import type { Grid } from './grid'
import { createGridStore } from './gridStore'
import type { TableHandle } from './GridTable'
import { type Language, type Word, words } from './words'

const never = () => () => undefined

type Refusal = { path?: string; message?: string }

/** A grid in the form it stands in: its rows from the document, its names, and its part in saving. */
export function useOpenGrid({
  name,
  columns,
  readOnly,
  table,
  startsWithRow = false,
}: {
  name: string
  columns: readonly GridColumn[]
  readOnly: boolean
  table: RefObject<TableHandle | null>
  startsWithRow?: boolean
}): { grid: Grid; refusals: readonly Refusal[] } {
  const { dispatchFields, setModified } = useForm()
  const { savedDocumentData } = useDocumentInfo()
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  const customer = useFormFields(([fields]) => idOf(fields['customer']?.value))
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const sent = useRef<GridRows>([])
  const pending = useRef(new Set<Promise<unknown>>())
  const stored = savedDocumentData?.[name] as ReadonlyArray<Record<string, unknown>> | undefined
  const [store] = useState(() => {
    const created = createGridStore({
      onEdited: () => {
        setModified(true)
        setRefusals([])
      },
    })
    created.load(stored ?? (startsWithRow ? [{}] : []))
    return created
  })
  const shown = useRef(stored)
  useEffect(() => {
    if (shown.current === stored) return
    shown.current = stored
    store.load(stored ?? [])
  }, [store, stored])
  useEffect(() => {
    for (const { kind, of, name: column } of columns) {
      if (kind !== 'record' || !of) continue
      const ids = (stored ?? []).map((row) => idOf(row[column])).filter((id): id is number => id !== null)
      void askNames(of, ids).catch(() => undefined) // names that did not come are asked again by the next page
    }
  }, [columns, stored])
  const isAlive = useSyncExternalStore(never, () => true, () => false) // prettier-ignore
  const grid = useMemo((): Grid => {
    const say = (word: Word): string => words[word][language]
    const resolve: Grid['resolve'] = (key, column, text) => {
      store.typed(store.indexOf(key), column.name, text)
      store.wait(key, column.name, true)
      const work = askLookup({ kind: column.of ?? '', q: text, customer: column.of === 'items' ? customer : null })
        .then((rows) => {
          const means = meant({ typed: text, answer: { q: text, rows }, at: null })
          const index = store.indexOf(key)
          if (!('found' in means) || store.get().rows[index]?.typed[column.name] !== text) return
          if (column.name === 'item') store.item(index, means.found.id)
          else store.value(index, column.name, means.found.id)
        })
        .catch(() => undefined) // the text stays, marked; saving tells
        .finally(() => {
          pending.current.delete(work)
          store.wait(key, column.name, false)
        })
      pending.current.add(work)
    }
    return { store, columns, readOnly, language, say, customer, resolve, today: new Date().toLocaleDateString('sv-SE'), isShut: !isAlive }
  }, [columns, customer, isAlive, language, readOnly, store])
  useEffect(
    () =>
      openEntry(dispatchFields, name, {
        rows: () => (sent.current = store.entered()).map(({ values }) => values),
        saved: (rows) => {
          shown.current = rows
          store.saved(sent.current, rows)
        },
        settled: () => Promise.all([...pending.current]),
        unread: () =>
          store.get().rows.flatMap((row, index) =>
            Object.entries(row.typed).map(([column, text]) => {
              const label = columns.find((each) => each.name === column)?.label[language] ?? column
              return {
                message: `${label} ${index + 1}: ${words.unread[language]} “${text}”`,
                focus: () => table.current?.focus(index, column),
              }
            }),
          ),
        refused: (findings) => {
          // they count the rows that were sent; blank ones were not
          const place = (at: string): string => String(store.indexOf(sent.current[Number(at)]?.key ?? ''))
          const own = findings.filter(({ path }) => path?.startsWith(`${name}.`))
          setRefusals(own.map((finding) => ({ ...finding, path: (finding.path ?? '').replace(/(?<=^[^.]+\.)\d+/, place) })))
        },
      }),
    [columns, dispatchFields, language, name, store, table],
  )
  return { grid, refusals }
}
