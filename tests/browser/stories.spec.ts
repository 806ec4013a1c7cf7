import { afterAll, beforeAll, describe, test } from '@jest/globals'

import { clerkAtTheKeyboard } from './clerkAtTheKeyboard'
import { type OpenFactory, openFactory } from './factory'
import { gridsEverywhere } from './gridsEverywhere'
import { keptEverywhere } from './keptEverywhere'
import { linesStay } from './linesStay'
import { listsAllDay } from './listsAllDay'
import { lookupsUnderAttack } from './lookupsUnderAttack'
import { noteTyped } from './noteTyped'
import { orderToInvoice } from './orderToInvoice'
import { pageWeight } from './pageWeight'
import { quoteToConfirmation } from './quoteToConfirmation'
import { reviewerOnAPhone } from './reviewerOnAPhone'
import { financeDay, warehouseDay } from './roleDays'
import { roomForLines } from './roomForLines'
import { sampleToItem } from './sampleToItem'
import { storedText } from './storedText'
import { wayBack } from './wayBack'

const withBrowser = process.env['CHROMIUM'] ? describe : describe.skip

withBrowser('strangers at the demonstration, in the browser, in Chinese', () => {
  let factory: OpenFactory
  beforeAll(async () => {
    factory = await openFactory()
  })
  afterAll(() => factory?.close())

  test('an order is entered, refused, corrected, reviewed, ruled, approved, delivered, invoiced, analysed', () => orderToInvoice(factory))

  test('a clerk enters, pastes, saves and saves again: whatever happens, the lines are the ones typed', () => clerkAtTheKeyboard(factory))

  test('eighteen lines of an order are in sight, entered, saved and opened again', () => roomForLines(factory))

  test('the keys of the grid mean the same in every document', () => gridsEverywhere(factory))

  test('a record chosen by typing is the one typed, in filters, reports, Ctrl+K and forms, however late the answers come', () =>
    lookupsUnderAttack(factory))

  test('lists are walked by keyboard, filtered, taken away, and many orders approved at once', () => listsAllDay(factory))

  test('master records and settings keep what is typed when a session ends, a colleague saves first, or a save fails', () =>
    keptEverywhere(factory))

  test('Back leads to the list as it was left, from a quick view, a search, a report', () => wayBack(factory))

  test('a sample goes through two rounds of feedback and becomes an item', () => sampleToItem(factory))

  test('the warehouse keeper books goods in', () => warehouseDay(factory))

  test('a receipt is entered by one, approved and allocated by another', () => financeDay(factory))

  test('a quote from a template is confirmed by its customer on a phone without a script', () => quoteToConfirmation(factory))

  test('a reviewer reads an order on a phone and answers with the thumb', () => reviewerOnAPhone(factory))

  test('on a phone the lines of a document stay where they are when its customer is told', () => linesStay(factory))

  test('a note is typed before its editor comes, and goes on in it', () => noteTyped(factory))

  test('what somebody typed acts nowhere, whatever it looks like', () => storedText(factory))

  test('no page weighs more than it may, the log-in page least', () => pageWeight(factory))
})
