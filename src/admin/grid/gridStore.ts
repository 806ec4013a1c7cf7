// More than 200 lines: all changes of the rows of a grid close over one state.

import type { Applied } from '@/src/domain/grid/remedies'
import { groupBy } from '@/src/domain/kernel/groupBy'
import {
  copyOf,
  filledDown,
  type GridRow,
  type GridRows,
  inserted,
  isBlank,
  moved,
  type Part,
  refreshedRows,
  removed,
  withoutPart,
  withPart,
  withPartTyped,
  withTyped,
  withValue,
} from '@/src/domain/grid/rows'
import { plainRows, type RowShape } from '@/src/domain/grid/rowShape'

export type Place = { row: number; column: string }

export type GridState = {
  rows: GridRows
  /** the cell the keyboard is in; its row is drawn wherever the window has been scrolled to */
  active: Place | null
  /** counts what changed cells behind the back of an input that is being typed in: taken back, filled down, loaded */
  turn: number
  /** cells (`key/column`) whose answer is on its way */
  waiting: ReadonlySet<string>
  /** keys of the lines that are unfolded */
  unfolded: ReadonlySet<string>
}

/** A text in a cell of a record. */
export type TypedCell = { key: string; column: string; text: string }

/** The record that is meant by it. */
export type Meaning = TypedCell & { id: number }

const mostSteps = 200
let keys = 0
const freshKey = (): string => `new-${(keys += 1)}`

/** What a fresh row begins with, e.g. the delivery date of the head. */
type Fresh = () => Readonly<Record<string, unknown>>

/**
 * The rows of one grid, outside of the form's own state: a key changes one row and redraws one row, however many there are. Every
 * change can be taken back; typing on in one cell is one change.
 */
export function createGridStore({ shape = plainRows, onEdited }: { shape?: RowShape; onEdited: () => void }) {
  const blank = (each: GridRow): boolean => isBlank(each, shape)
  const valued = (rows: GridRows, index: number, column: string, value: unknown): GridRows => withValue(rows, index, column, value, shape)
  let state: GridState = { rows: [], active: null, turn: 0, waiting: new Set(), unfolded: new Set() }
  let past: Array<{ rows: GridRows; cell: string }> = []
  let future: GridRows[] = []
  let propose: Fresh = () => ({})
  /** rows that are exactly as they were stored; one that was typed in is another object */
  const asStored = new WeakSet<GridRow>()
  let storedIds: ReadonlySet<unknown> = new Set()
  const know = (docs: ReadonlyArray<Record<string, unknown>>): void => void (storedIds = new Set(docs.map(({ id }) => id)))
  const stored = (each: GridRow): GridRow => {
    asStored.add(each)
    return each
  }
  const listeners = new Set<() => void>()
  const set = (next: Partial<GridState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const row = (values: Readonly<Record<string, unknown>> = {}, typed: GridRow['typed'] = {}): GridRow => ({
    key: freshKey(),
    values,
    typed,
  })

  /** `cell` names where is being typed: changes of the same cell one after the other are taken back together. */
  const edit = (rows: GridRows, { cell = '', behind = false }: { cell?: string; behind?: boolean } = {}): void => {
    if (rows === state.rows) return
    if (cell === '' || past.at(-1)?.cell !== cell) past = [...past.slice(1 - mostSteps), { rows: state.rows, cell }]
    future = []
    set({ rows, ...(behind ? { turn: state.turn + 1 } : {}) })
    onEdited()
  }
  const cellOf = (index: number, column: string): string => `${state.rows[index]?.key}/${column}`

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get: (): GridState => state,
    /** Rows as they are stored; what was typed and what could be taken back is forgotten. */
    load: (docs: ReadonlyArray<Record<string, unknown>>): void => {
      past = []
      future = []
      know(docs)
      const known = new Map(state.rows.map((each) => [each.values['id'], each.key]))
      set({
        rows: docs.map((values) => stored({ key: (values['id'] ? known.get(values['id']) : undefined) ?? freshKey(), values, typed: {} })),
        turn: state.turn + 1,
      })
    },
    /**
     * The document has been stored otherwise meanwhile, by a verb for instance: rows nobody has typed in are as they are stored now. True
     * when something typed is still unsaved.
     */
    refreshed: (docs: ReadonlyArray<Record<string, unknown>>): boolean => {
      const rows = refreshedRows(state.rows, docs, { isStored: (each) => asStored.has(each), stored, freshKey, before: storedIds })
      const isUnsaved =
        rows.some((each) => !asStored.has(each) && !blank(each)) ||
        docs.some(({ id }) => storedIds.has(id) && !rows.some((each) => each.values['id'] === id))
      know(docs)
      if (!isUnsaved) past = []
      future = []
      set({ rows })
      return isUnsaved
    },
    /**
     * The rows that were sent have been stored: they are what is stored now, except where somebody has typed on since. Rows that the house
     * has added of itself (a template's) stand beneath them.
     */
    saved: (sent: GridRows, docs: ReadonlyArray<Record<string, unknown>>): void => {
      know(docs)
      const answers = new Map(sent.map((each, index) => [each.key, { sent: each, values: docs[index] }]))
      const rows = state.rows.map((each) => {
        const known = answers.get(each.key)
        if (!known?.values) return each
        return known.sent === each
          ? stored({ ...each, values: known.values })
          : { ...each, values: { ...each.values, id: known.values['id'] } }
      })
      const own = docs.slice(sent.length).map((values) => stored({ key: freshKey(), values, typed: {} }))
      past = []
      future = []
      // the cell in which is being typed keeps its text: nothing is taken from under the fingers (`turn` stays)
      set({
        rows: docs.length > 0 ? [...rows.filter((each) => !blank(each) || each.key === rows[state.active?.row ?? -1]?.key), ...own] : rows,
      })
    },
    isStored: (each: GridRow): boolean => asStored.has(each),
    /** A new document gets a page of its own with its first save: what was typed since it was sent goes on there. True when there is some. */
    adopt: (former: { get: () => GridState; isStored: (each: GridRow) => boolean }): boolean => {
      const { rows, active } = former.get()
      const now = new Map(state.rows.map((each) => [each.values['id'], each.values]))
      const adopted = rows.map((each) => {
        const values = former.isStored(each) ? now.get(each.values['id']) : undefined
        return values ? stored({ ...each, values }) : each
      })
      set({ rows: adopted, active })
      return adopted.some((each) => !asStored.has(each) && !blank(each))
    },
    /** A document that is closed shows no row in which nothing stands. */
    close: (): void => {
      if (state.rows.some(blank)) set({ rows: state.rows.filter((each) => !blank(each)) })
    },
    /** A line is unfolded or folded: nothing of it is changed. */
    unfold: (key: string): void => {
      const unfolded = new Set(state.unfolded)
      if (!unfolded.delete(key)) unfolded.add(key)
      set({ unfolded })
    },
    setFresh: (next: Fresh): void => void (propose = next),
    enter: (active: Place | null): void => {
      if (active?.row === state.active?.row && active?.column === state.active?.column) return
      past = past.map((step) => (step.cell === '' ? step : { ...step, cell: '' })) // a cell entered again is another change
      set({ active })
    },
    value: (index: number, column: string, value: unknown): void =>
      edit(valued(state.rows, index, column, value), { cell: cellOf(index, column) }),
    values: (index: number, values: Readonly<Record<string, unknown>>): void =>
      edit(Object.entries(values).reduce((rows, [name, value]) => valued(rows, index, name, value), state.rows)),
    typed: (index: number, column: string, text: string): void =>
      edit(withTyped(state.rows, index, column, text), { cell: cellOf(index, column) }),
    /** One figure of a cell that holds several: `value` is what the whole cell is then. */
    part: (index: number, part: Part, value: unknown): void =>
      edit(withPart(state.rows, index, part, value), { cell: cellOf(index, part) }),
    partTyped: (index: number, part: Part, text: string): void =>
      edit(withPartTyped(state.rows, index, part, text), { cell: cellOf(index, part) }),
    partGone: (index: number, part: Part, value: unknown): void => edit(withoutPart(state.rows, index, part, value)),
    wait: (key: string, column: string, isWaiting: boolean): void => {
      const waiting = new Set(state.waiting)
      if (isWaiting) waiting.add(`${key}/${column}`)
      else waiting.delete(`${key}/${column}`)
      set({ waiting })
    },
    waitAll: (cells: ReadonlyArray<{ key: string; column: string }>, isWaiting: boolean): void => {
      const waiting = new Set(state.waiting)
      for (const { key, column } of cells) waiting[isWaiting ? 'add' : 'delete'](`${key}/${column}`)
      set({ waiting })
    },
    /** A row found by its key, since rows may have moved while an answer was on its way. */
    indexOf: (key: string): number => state.rows.findIndex((each) => each.key === key),
    insert: (index: number, added?: ReadonlyArray<Omit<GridRow, 'key'>>): void =>
      edit(
        inserted(state.rows, index, added ? added.map(({ values, typed }) => row({ ...propose(), ...values }, typed)) : [row(propose())]),
        { behind: true },
      ),
    /**
     * What texts turned out to mean, taken where they still stand, also in what can be taken back: an answer that comes late is no change of
     * its own, and belongs to the one that brought the text.
     */
    understand: (meanings: readonly Meaning[]): void => {
      const byKey = groupBy(meanings, ({ key }) => key)
      const understood = (rows: GridRows): GridRows =>
        rows.reduce(
          (all, { key }, index) =>
            (byKey.get(key) ?? []).reduce(
              (now, { column, text, id }) => (now[index]?.typed[column] === text ? valued(now, index, column, id) : now),
              all,
            ),
          rows,
        )
      past = past.map((step) => ({ ...step, rows: understood(step.rows) }))
      future = future.map(understood)
      const rows = understood(state.rows)
      if (rows === state.rows) return
      set({ rows })
      onEdited()
    },
    remove: (index: number): void => edit(removed(state.rows, index), { behind: true }),
    duplicate: (index: number): void => {
      const of = state.rows[index]
      if (of) edit(inserted(state.rows, index + 1, [copyOf(of, freshKey())]), { behind: true })
    },
    move: (index: number, by: 1 | -1): void => {
      edit(moved(state.rows, index, by), { behind: true })
      if (state.active?.row === index && state.rows[index + by]) set({ active: { ...state.active, row: index + by } })
    },
    /** A row taken to another place, with what is between moving up or down. */
    moveTo: (from: number, to: number): void => {
      const taken = state.rows[from]
      if (taken && from !== to) edit(inserted(removed(state.rows, from), to, [taken]), { behind: true })
    },
    fillDown: (index: number, column: string): void => edit(filledDown(state.rows, index, column, shape), { behind: true }),
    /** One press of a remedy: the line, and what stands beneath it from then on, as one change. */
    apply: (index: number, { values = {}, typed = {}, beneath }: Omit<Applied, 'label' | 'head'>): void => {
      const given = (rows: GridRows, at: number, more: { values: object; typed: object }): GridRows => {
        const filled = Object.entries(more.values).reduce((all, [name, value]) => valued(all, at, name, value), rows)
        return Object.entries(more.typed).reduce((all, [name, text]) => withTyped(all, at, name, text as string), filled)
      }
      const of = state.rows[index]
      if (!of) return
      const split = beneath ? given(inserted(state.rows, index + 1, [copyOf(of, freshKey())]), index + 1, beneath) : state.rows
      edit(given(split, index, { values, typed }), { behind: true })
    },
    replace: (change: (rows: GridRows) => GridRows): void => edit(change(state.rows), { behind: true }),
    undo: (): void => {
      const step = past.at(-1)
      if (!step) return
      past = past.slice(0, -1)
      future = [...future, state.rows]
      set({ rows: step.rows, turn: state.turn + 1 })
      onEdited()
    },
    redo: (): void => {
      const rows = future.at(-1)
      if (!rows) return
      future = future.slice(0, -1)
      past = [...past, { rows: state.rows, cell: '' }]
      set({ rows, turn: state.turn + 1 })
      onEdited()
    },
    /** What is saved: entered rows in their order, blank ones left out. */
    entered: (): GridRows => state.rows.filter((each) => !blank(each)),
  }
}

export type GridStore = ReturnType<typeof createGridStore>
