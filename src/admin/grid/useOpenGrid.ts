'use client'

import { useDocumentInfo, useForm, useFormFields, useFormInitializing, useTranslation } from '@payloadcms/ui'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'

import { openEntry } from '@/src/admin/components/entries'
import { valueAt } from '@/src/admin/components/fieldPath'
import { useIsAlive } from '@/src/admin/useIsAlive'
import { askNames } from '@/src/admin/components/lookup/askLookup'
import type { GridColumn } from '@/src/domain/grid/gridColumn'

import { cellOfPart, type GridRows } from '@/src/domain/grid/rows'
import type { RowShape } from '@/src/domain/grid/rowShape'
import { idOf } from '@/src/domain/kernel/idOf'

import type { Grid } from './grid'
import { createGridStore, type GridStore } from './gridStore'
import type { TableHandle } from './GridTable'
import type { Objection } from './Told'
import { sentValues } from './sentValues'
import { useMeanings } from './useMeanings'
import { type Language, type Word, words } from './words'

/** Grids of new documents that have just been saved, for the page on which the document goes on. */
const former = new Map<string, GridStore>()

type Refusal = Objection

/** A grid in the form it stands in: its rows from the document, its names, and its part in saving. */
export function useOpenGrid({
  name,
  shape,
  columns,
  partner: named,
  shown = columns,
  readOnly,
  table,
  startsWithRow = false,
}: {
  name: string
  shape: RowShape
  columns: readonly GridColumn[]
  /** the field of the head that names whom the document is for */
  partner: string | undefined
  shown?: readonly GridColumn[]
  readOnly: boolean
  table: RefObject<TableHandle | null>
  startsWithRow?: boolean
}): { grid: Grid; refusals: readonly Refusal[] } {
  const { dispatchFields, setModified } = useForm()
  const isOpening = useFormInitializing()
  const { id, collectionSlug, savedDocumentData } = useDocumentInfo()
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  const partner = useFormFields(([fields]) => (named === undefined ? null : idOf(fields[named]?.value)))
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const sent = useRef<GridRows>([])
  const stored = valueAt(savedDocumentData, name) as ReadonlyArray<Record<string, unknown>> | undefined
  const [store] = useState(() => {
    const created = createGridStore({
      shape,
      onEdited: () => {
        setModified(true)
        setRefusals([])
      },
    })
    created.load(stored ?? (startsWithRow ? [{}] : []))
    return created
  })
  const taken = useRef(stored)
  useEffect(() => {
    if (taken.current === stored) return
    taken.current = stored
    if (store.refreshed(stored ?? [])) setModified(true)
  }, [setModified, store, stored])
  const adopted = useRef<{ isUnsaved: boolean } | null>(null)
  useLayoutEffect(() => {
    const page = `${collectionSlug}/${id}/${name}`
    const before = former.get(page)
    if (!before) return
    former.delete(page)
    adopted.current = { isUnsaved: store.adopt(before) }
    const { active } = store.get()
    if (!active) return
    // before any further key, and after the rows just taken over are drawn
    queueMicrotask(() => {
      if (document.activeElement !== document.body) return
      table.current?.focus(active.row, active.column)
      const cell = document.activeElement
      // typing goes on behind what is typed already
      if (cell instanceof HTMLInputElement && cell.type === 'text') cell.setSelectionRange(cell.value.length, cell.value.length)
    })
  }, [collectionSlug, id, name, store, table])
  useEffect(() => {
    for (const { kind, of, name: column } of columns) {
      if (kind !== 'record' || !of) continue
      const ids = (stored ?? []).map((row) => idOf(row[column])).filter((id): id is number => id !== null)
      void askNames(of, ids).catch(() => undefined) // names that did not come are asked again by the next page
    }
  }, [columns, stored])
  const isAlive = useIsAlive()
  const meanings = useMeanings({ store, columns, partner })
  const grid = useMemo((): Grid => {
    const say = (word: Word): string => words[word][language]
    return {
      list: name,
      store,
      shape,
      columns,
      shown,
      readOnly,
      language,
      say,
      partner,
      resolve: meanings.resolve,
      resolveAll: meanings.resolveAll,
      today: new Date().toLocaleDateString('sv-SE'),
      isShut: !isAlive,
    }
  }, [columns, partner, isAlive, language, meanings, name, readOnly, shape, shown, store])
  useEffect(() => {
    if (readOnly && isAlive) store.close()
  }, [isAlive, readOnly, store])
  useEffect(() => {
    if (isOpening || !adopted.current) return // the platform's form takes itself for unchanged when it opens
    if (adopted.current.isUnsaved) setModified(true)
    adopted.current = null
    const records = new Set(columns.filter(({ kind }) => kind === 'record').map((column) => column.name))
    const cells = store
      .get()
      .rows.flatMap(({ key, typed }) => Object.entries(typed).map(([column, text]) => ({ key, column, text })))
      .filter(({ column }) => records.has(column))
    if (cells.length > 0) void grid.resolveAll(cells).catch(() => undefined) // asked once more when it is saved
  }, [columns, grid, isOpening, setModified, store])
  useEffect(
    () =>
      openEntry(dispatchFields, name, {
        rows: () => (sent.current = store.entered()).map((row) => sentValues(row, shape)),
        saved: (rows) => {
          taken.current = rows
          store.saved(sent.current, rows)
        },
        discard: () => store.load(taken.current ?? []),
        movesTo: (page) => former.set(`${page}/${name}`, store),
        settled: meanings.settled,
        unread: () =>
          store.get().rows.flatMap((row, index) =>
            Object.entries(row.typed).map(([column, text]) => {
              const cell = cellOfPart(column)
              const label = columns.find((each) => each.name === cell)?.label[language] ?? cell
              return {
                message: `${label} ${index + 1}: ${words.unread[language]} “${text}”`,
                focus: () => table.current?.focus(index, cell),
              }
            }),
          ),
        refused: (findings) => {
          // they count the rows that were sent; blank ones were not
          const place = (at: string): string => String(store.indexOf(sent.current[Number(at)]?.key ?? ''))
          const own = findings.filter(({ path }) => path?.startsWith(`${name}.`))
          setRefusals(own.map((finding) => ({ ...finding, path: (finding.path ?? '').replace(/(?<=^(?:[a-z]\w*\.)+)\d+/i, place) })))
        },
      }),
    [columns, dispatchFields, language, meanings, name, shape, store, table],
  )
  return { grid, refusals }
}
