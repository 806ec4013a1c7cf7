import { expect, test } from '@jest/globals'
import type pg from 'pg'

import { oneAfterAnother } from './oneAfterAnother'

/** A connection that notes what it is sent and answers when it is told to. */
function connection() {
  const sent: string[] = []
  const answers: Array<{ text: string; resolve: (value: string) => void; reject: (error: Error) => void }> = []
  const client = {
    query: (text: string, callback?: (error: null, answer: string) => void): unknown => {
      sent.push(text)
      if (callback) return void callback(null, `${text}!`)
      return new Promise<string>((resolve, reject) => answers.push({ text, resolve, reject }))
    },
  }
  oneAfterAnother(client as unknown as pg.ClientBase)
  const next = async (fails = false): Promise<void> => {
    const answer = answers.shift()
    if (fails) answer?.reject(new Error(answer.text))
    else answer?.resolve(`${answer.text}!`)
    for (let turns = 0; turns < 8; turns += 1) await Promise.resolve()
  }
  return { sent, client, next }
}

test('each statement is sent when the one before it is over, in the order they were asked, also after one that failed', async () => {
  const { sent, client, next } = connection()
  const told = [client.query('a'), client.query('b'), client.query('c')] as Array<Promise<string>>
  const outcomes = Promise.allSettled(told)
  expect(sent).toEqual(['a'])
  await next()
  expect(sent).toEqual(['a', 'b'])
  await next(true)
  expect(sent).toEqual(['a', 'b', 'c'])
  await next()
  expect((await outcomes).map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual(['a!', 'Error: b', 'c!'])
  const later = client.query('d') as Promise<string>
  expect(sent.at(-1)).toBe('d')
  await next()
  expect(await later).toBe('d!')
})

test('who hears by a callback waits like everybody else', async () => {
  const { sent, client, next } = connection()
  const first = client.query('a')
  const heard: string[] = []
  expect(client.query('b', (_error, answer) => heard.push(answer))).toBeUndefined()
  expect(sent).toEqual(['a'])
  await next()
  await first
  expect([sent, heard]).toEqual([['a', 'b'], ['b!']])
})
