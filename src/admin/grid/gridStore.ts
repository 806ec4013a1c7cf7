import {
  copyOf,
  filledDown,
  type GridRow,
  type GridRows,
  inserted,
  isBlank,
  moved,
  removed,
  withItem,
  withTyped,
  withValue,
} from '@/src/domain/grid/rows'

export type Place = { row: number; column: string }

export type GridState = {
  rows: GridRows
  /** the cell the keyboard is in; its row is drawn wherever the window has been scrolled to */
  active: Place | null
  /** counts what changed cells behind the back of an input that is being typed in: taken back, filled down, loaded */
  turn: number
  /** cells (`key/column`) whose answer is on its way */
  waiting: ReadonlySet<string>
}

const mostSteps = 200
let keys = 0
const freshKey = (): string => `new-${(keys += 1)}`

/** What a fresh row begins with, e.g. the delivery date of the head. */
type Fresh = () => Readonly<Record<string, unknown>>

/**
 * The rows of one grid, outside of the form's own state: a key changes one row and redraws one row, however many there are. Every
 * change can be taken back; typing on in one cell is one change.
 */
export function createGridStore({ fresh = () => ({}), onEdited }: { fresh?: Fresh; onEdited: () => void }) {
  let state: GridState = { rows: [], active: null, turn: 0, waiting: new Set() }
  let past: Array<{ rows: GridRows; cell: string }> = []
  let future: GridRows[] = []
  let propose = fresh
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
    /** Rows as they are stored; what could be taken back is forgotten. */
    load: (docs: ReadonlyArray<Record<string, unknown>>): void => {
      past = []
      future = []
      const known = new Map(state.rows.map((each) => [each.values['id'], each.key]))
      set({
        rows: docs.map((values) => ({ key: (values['id'] ? known.get(values['id']) : undefined) ?? freshKey(), values, typed: {} })),
        turn: state.turn + 1,
      })
    },
    /** The rows that were sent have been stored: they are what is stored now, except where somebody has typed on since. */
    saved: (sent: GridRows, docs: ReadonlyArray<Record<string, unknown>>): void => {
      const stored = new Map(sent.map((each, index) => [each.key, { sent: each, values: docs[index] }]))
      const rows = state.rows.map((each) => {
        const known = stored.get(each.key)
        if (!known?.values) return each
        return known.sent === each ? { ...each, values: known.values } : { ...each, values: { ...each.values, id: known.values['id'] } }
      })
      past = []
      future = []
      set({
        rows: sent.length > 0 ? rows.filter((each) => !isBlank(each) || each.key === rows[state.active?.row ?? -1]?.key) : rows,
        turn: state.turn + 1,
      })
    },
    setFresh: (next: Fresh): void => void (propose = next),
    enter: (active: Place | null): void => {
      if (active?.row === state.active?.row && active?.column === state.active?.column) return
      past = past.map((step) => (step.cell === '' ? step : { ...step, cell: '' })) // a cell entered again is another change
      set({ active })
    },
    value: (index: number, column: string, value: unknown): void =>
      edit(withValue(state.rows, index, column, value), { cell: cellOf(index, column) }),
    values: (index: number, values: Readonly<Record<string, unknown>>): void =>
      edit(Object.entries(values).reduce((rows, [name, value]) => withValue(rows, index, name, value), state.rows)),
    typed: (index: number, column: string, text: string): void =>
      edit(withTyped(state.rows, index, column, text), { cell: cellOf(index, column) }),
    item: (index: number, id: number | null): void => edit(withItem(state.rows, index, id), { cell: cellOf(index, 'item') }),
    wait: (key: string, column: string, isWaiting: boolean): void => {
      const waiting = new Set(state.waiting)
      if (isWaiting) waiting.add(`${key}/${column}`)
      else waiting.delete(`${key}/${column}`)
      set({ waiting })
    },
    /** A row found by its key, since rows may have moved while an answer was on its way. */
    indexOf: (key: string): number => state.rows.findIndex((each) => each.key === key),
    insert: (index: number, added?: ReadonlyArray<{ values: Record<string, unknown>; typed: Record<string, string> }>): void =>
      edit(
        inserted(state.rows, index, added ? added.map(({ values, typed }) => row({ ...propose(), ...values }, typed)) : [row(propose())]),
        { behind: true },
      ),
    remove: (index: number): void => edit(removed(state.rows, index), { behind: true }),
    duplicate: (index: number): void => {
      const of = state.rows[index]
      if (of) edit(inserted(state.rows, index + 1, [copyOf(of, freshKey())]), { behind: true })
    },
    move: (index: number, by: 1 | -1): void => {
      edit(moved(state.rows, index, by), { behind: true })
      if (state.active?.row === index && state.rows[index + by]) set({ active: { ...state.active, row: index + by } })
    },
    fillDown: (index: number, column: string): void => edit(filledDown(state.rows, index, column), { behind: true }),
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
    entered: (): GridRows => state.rows.filter((each) => !isBlank(each)),
  }
}

export type GridStore = ReturnType<typeof createGridStore>
