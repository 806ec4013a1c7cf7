import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { createGridStore } from './gridStore'

const opened = (rows: Array<Record<string, unknown>> = [{ id: 'a', item: 1, qty: 5 }]) => {
  let edits = 0
  const store = createGridStore({ onEdited: () => void (edits += 1) })
  store.load(rows)
  return { store, edits: () => edits, values: () => store.get().rows.map(({ values }) => values) }
}

test('typing on in one cell is taken back at once, another cell by itself, and what was taken back comes again', () => {
  const { store, values } = opened()
  store.enter({ row: 0, column: 'qty' })
  store.value(0, 'qty', 1)
  store.value(0, 'qty', 12)
  store.enter({ row: 0, column: 'price' })
  store.value(0, 'price', 3)
  store.undo()
  expect(values()).toEqual([{ id: 'a', item: 1, qty: 12 }])
  store.undo()
  expect(values()).toEqual([{ id: 'a', item: 1, qty: 5 }])
  store.undo()
  store.redo()
  store.redo()
  expect(values()).toEqual([{ id: 'a', item: 1, qty: 12, price: 3 }])
})

test('whatever is done, taking it all back gives what was loaded, and doing it again gives the same once more', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('value' as const), at: fc.nat(9), what: fc.integer() }),
    fc.record({
      do: fc.constantFrom('insert' as const, 'remove' as const, 'duplicate' as const, 'down' as const, 'fill' as const),
      at: fc.nat(9),
      what: fc.constant(0),
    }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { store, values } = opened([
        { id: 'a', qty: 1 },
        { id: 'b', qty: 2 },
      ])
      const before = values()
      for (const { do: doing, at, what } of steps) {
        const index = at % Math.max(1, store.get().rows.length)
        store.enter({ row: index, column: `c${at % 3}` })
        if (doing === 'value') store.value(index, 'qty', what)
        else if (doing === 'insert') store.insert(index)
        else if (doing === 'remove') store.remove(index)
        else if (doing === 'duplicate') store.duplicate(index)
        else if (doing === 'down') store.move(index, 1)
        else store.fillDown(index, 'qty')
      }
      const after = values()
      steps.forEach(() => store.undo())
      expect(values()).toEqual(before)
      steps.forEach(() => store.redo())
      expect(values()).toEqual(after)
    }),
  )
})

test('blank rows are not saved; a row loaded again keeps its place on the screen', () => {
  const { store } = opened()
  const key = store.get().rows[0]?.key
  store.insert(1)
  store.insert(1, [{ values: {}, typed: { item: 'nothing like it' } }])
  expect(store.entered().map(({ values, typed }) => [values['id'], typed])).toEqual([
    ['a', {}],
    [undefined, { item: 'nothing like it' }],
  ])
  store.load([{ id: 'a', item: 1, qty: 5 }])
  expect(store.get().rows.map((row) => row.key)).toEqual([key])
})

test('a document that is closed shows no row in which nothing stands, and is as saved as before', () => {
  const { store } = opened()
  const before = store.get().rows
  store.insert(1)
  store.close()
  expect(store.get().rows).toEqual(before)
  expect(store.refreshed([{ id: 'a', item: 1, qty: 5 }])).toBe(false)
})

test('after a save rows are as they were stored, and what was typed while it was under way is still there', () => {
  const { store } = opened([])
  store.insert(0, [
    { values: { item: 1, qty: 1 }, typed: {} },
    { values: { item: 2, qty: 2 }, typed: {} },
  ])
  const sent = store.entered()
  store.value(1, 'qty', 22)
  store.insert(2, [{ values: { item: 3 }, typed: {} }])
  store.saved(sent, [
    { id: 'a', item: 1, qty: 1, price: 9 },
    { id: 'b', item: 2, qty: 2, price: 9 },
  ])
  expect(store.get().rows.map(({ values }) => values)).toEqual([
    { id: 'a', item: 1, qty: 1, price: 9 },
    { id: 'b', item: 2, qty: 22 },
    { item: 3 },
  ])
})

test('a document stored otherwise meanwhile takes nothing that was typed: changed, added and removed rows stay as they were left', () => {
  const { store, values } = opened([
    { id: 'a', qty: 1 },
    { id: 'b', qty: 2 },
    { id: 'c', qty: 3 },
  ])
  store.value(1, 'qty', 22)
  store.insert(2, [{ values: { item: 7 }, typed: {} }])
  store.remove(3)
  expect(
    store.refreshed([
      { id: 'a', qty: 9 },
      { id: 'b', qty: 9 },
      { id: 'c', qty: 9 },
      { id: 'd', qty: 9 },
    ]),
  ).toBe(true)
  expect(values()).toEqual([{ id: 'a', qty: 9 }, { id: 'b', qty: 22 }, { item: 7 }, { id: 'd', qty: 9 }])
  store.load([{ id: 'a', qty: 1 }])
  expect(store.refreshed([{ id: 'a', qty: 5 }])).toBe(false)
  expect(values()).toEqual([{ id: 'a', qty: 5 }])
})

test('what is typed between the first save and the page of the new document goes on there', () => {
  const { store: form } = opened([])
  form.insert(0, [{ values: { item: 1, qty: 1 }, typed: {} }])
  const sent = form.entered()
  form.saved(sent, [{ id: 'a', item: 1, qty: 1 }])
  form.enter({ row: 1, column: 'item' })
  form.insert(1, [{ values: { qty: 5 }, typed: { item: 'GZK' } }])
  const { store: page, values } = opened([{ id: 'a', item: 1, qty: 1, price: 3 }])
  expect(page.adopt(form)).toBe(true)
  expect(values()).toEqual([{ id: 'a', item: 1, qty: 1, price: 3 }, { qty: 5 }])
  expect(page.get().rows[1]?.typed).toEqual({ item: 'GZK' })
  expect(page.get().active).toEqual({ row: 1, column: 'item' })
})

test('rows that the house adds of itself stand beneath those that were sent, also on the page where a new document goes on', () => {
  const { store: form } = opened([])
  form.saved(
    [],
    [
      { id: 't1', key: '头大' },
      { id: 't2', key: '头厚' },
    ],
  )
  expect(form.entered().map((row) => row.values['id'])).toEqual(['t1', 't2'])
  const { store: page, values } = opened([
    { id: 't1', key: '头大' },
    { id: 't2', key: '头厚' },
  ])
  expect(page.adopt(form)).toBe(false)
  expect(values().map(({ id }) => id)).toEqual(['t1', 't2'])

  const { store } = opened([])
  store.insert(0, [{ values: { item: 1, qty: 5 }, typed: {} }])
  store.saved(store.entered(), [
    { id: 'a', item: 1, qty: 5 },
    { id: 'b', item: 2, qty: 1 },
  ])
  expect(store.entered().map((row) => row.values['id'])).toEqual(['a', 'b'])
})

test('a pasted text is understood where it still stands, and is taken back with the paste', () => {
  const { store, values } = opened([])
  store.insert(0, [
    { values: { qty: 5 }, typed: { item: 'A-1' } },
    { values: { qty: 6 }, typed: { item: 'A-2' } },
  ])
  const [first, second] = store.get().rows.map(({ key }) => key)
  store.typed(1, 'item', 'A-3')
  store.understand([
    { key: first ?? '', column: 'item', text: 'A-1', id: 11 },
    { key: second ?? '', column: 'item', text: 'A-2', id: 12 },
  ])
  expect(values().map(({ item }) => item)).toEqual([11, null])
  store.undo()
  store.undo()
  expect(values()).toEqual([])
})

test('an answer that comes late is no change of its own: what was done meanwhile is taken back, and the answer stays', () => {
  const { store, values } = opened([])
  store.insert(0)
  store.typed(0, 'item', 'A-1')
  store.insert(1)
  store.value(1, 'qty', 5)
  store.fillDown(1, 'item')
  store.undo()
  store.understand([{ key: store.get().rows[0]?.key ?? '', column: 'item', text: 'A-1', id: 11 }])
  expect(values()[0]).toMatchObject({ item: 11 })
  store.undo() // the quantity
  store.undo() // the second row
  expect(store.get().rows).toHaveLength(1)
  expect(values()[0]).toMatchObject({ item: 11 })
  store.redo()
  expect([store.get().rows.length, values()[0]?.['item']]).toEqual([2, 11])
})

test('a save under way changes no cell that is being typed in', () => {
  const { store } = opened()
  const { turn } = store.get()
  store.saved(store.entered(), [{ id: 'a', item: 1, qty: 5 }])
  expect(store.refreshed([{ id: 'a', item: 1, qty: 5 }])).toBe(false)
  expect(store.get().turn).toBe(turn)
})

test('a quantity of a date that cannot be read is kept with its row, blocks nothing of the others, and is taken back as one change', () => {
  const schedule = [{ date: '2026-12-05', qty: 2 }, { date: '2026-12-12', qty: 3 }] // prettier-ignore
  const { store } = opened([{ id: 'a', item: 1, qty: 5, schedule }])
  store.partTyped(0, 'schedule.1', '3p')
  store.partTyped(0, 'schedule.1', '3pc')
  expect(store.get().rows[0]).toMatchObject({ typed: { 'schedule.1': '3pc' }, values: { schedule } })
  store.undo()
  expect(store.get().rows[0]?.typed).toEqual({})
})
