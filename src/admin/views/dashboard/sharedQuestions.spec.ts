import { expect, test } from '@jest/globals'

import { tiles } from '@/reports/kit/tiles'

import { sharedQuestions } from './sharedQuestions'

test('what two ask alike is asked once, at the same time or later; what failed is asked again, and so is everything on another page', async () => {
  const sent: string[] = []
  const questions = sharedQuestions((address) => {
    sent.push(address)
    return address === 'late' && sent.length === 2 ? Promise.reject(new Error('away')) : Promise.resolve(address.toUpperCase())
  })
  expect(await Promise.all([questions.ask('book'), questions.ask('book')])).toEqual(['BOOK', 'BOOK'])
  await expect(questions.ask('late')).rejects.toThrow('away')
  expect([await questions.ask('late'), await questions.ask('late')]).toEqual(['LATE', 'LATE'])
  questions.end()
  await questions.ask('book')
  expect(sent).toEqual(['book', 'late', 'late', 'book'])
})

test('who leaves the page waits for nothing more', () => {
  let left: AbortSignal | undefined
  const questions = sharedQuestions((_address, signal) => ((left = signal), new Promise<never>(() => undefined)))
  void questions.ask('book')
  questions.end()
  expect(left?.aborted).toBe(true)
})

test('figures and trends of the home page ask the dear questions once', () => {
  const asked = tiles.flatMap(({ report, asks, trend }) => [
    `${report}?${asks('2026-11-30')}`,
    `${trend.report}?${trend.asks('2026-11-30')}`,
  ])
  const alike = (report: string): number => new Set(asked.filter((address) => address.startsWith(`${report}?`))).size
  expect([alike('delivery-performance'), alike('order-intake')]).toEqual([1, 1])
})
