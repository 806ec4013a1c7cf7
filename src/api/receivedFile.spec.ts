import { readdirSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'

import { env } from '@/src/env/env'

import { receiveFile } from './receivedFile'

const sent = (body: FormData | string, headers: Record<string, string> = {}): Request =>
  new Request('http://localhost/api/import/items', { method: 'POST', body, headers })

const form = (parts: ReadonlyArray<[string, string | Blob]>): FormData => {
  const data = new FormData()
  for (const [name, value] of parts) data.append(name, value)
  return data
}
const text = '编码,名称\nR-1,铆钉\n'.repeat(100_000)

test('a file goes to the disk and is read as often as one wants; what stands before and after it is kept; nothing is left behind', async () => {
  const file = new Blob([text], { type: 'text/csv' })
  const received = await receiveFile(sent(form([['dryRun', 'true'], ['file', file], ['mapping', '{"编码":"code"}']])), 1e9) // prettier-ignore
  const { source, tooLarge, fields } = received
  expect([source?.size, tooLarge, fields]).toEqual([Buffer.byteLength(text), false, { dryRun: 'true', mapping: '{"编码":"code"}' }])
  for (const walk of ['first', 'second']) {
    const parts = [...(source?.parts() ?? [])]
    expect(parts.length).toBeGreaterThan(1)
    expect([walk, Buffer.concat(parts).toString('utf8') === text]).toEqual([walk, true])
  }
  expect([source?.head(6).toString('utf8'), source?.whole().equals(Buffer.from(text))]).toEqual(['编码', true])
  expect(readdirSync(path.join(env.DATA_DIR, 'incoming'))).toEqual([])
  received.release()
  expect(() => source?.head(1)).toThrow()
})

test('a file that is longer than may be sent is told and not kept', async () => {
  const { source, tooLarge, release } = await receiveFile(sent(form([['file', new Blob([text])]])), 1000)
  expect([tooLarge, source?.size]).toEqual([true, 1000])
  release()
})

test.each([
  ['no file', sent(form([['dryRun', 'true']]))],
  ['an empty form', sent(form([]))],
])('%s: there is none', async (_name, request) => {
  const { source, release } = await receiveFile(request, 1000)
  expect(source).toBeNull()
  release()
})

test.each([
  ['no boundary', sent('x', { 'content-type': 'multipart/form-data' })],
  ['broken off', sent('--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nitem,q', { 'content-type': 'multipart/form-data; boundary=b' })],
  ['another kind of body', sent('{}', { 'content-type': 'application/json' })],
])('what is no form is refused: %s', async (_name, request) => {
  await expect(receiveFile(request, 1000)).rejects.toThrow()
}) // prettier-ignore
