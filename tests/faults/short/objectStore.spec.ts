import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import S3rver from 's3rver'
import sharp from 'sharp'

import { startApp, type TestApp } from '../../support/app'
import { done, type Factory, openFactory, type Person } from '../../support/story'

const BUCKET = 'gendan-files'
let folder: string
let store: S3rver
let app: TestApp
let f: Factory
let stranger: Person

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gendan-store-'))
  store = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: BUCKET, configs: [] }] })
  const { port } = await store.run()
  app = await startApp({
    environment: {
      LOG_LEVEL: 'silent',
      S3_BUCKET: BUCKET,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
  })
  f = await openFactory(app)
  stranger = await f.person(['sales'])
}, 180_000)
afterAll(async () => {
  await app.close()
  await store.close()
  await rm(folder, { recursive: true })
})

const objects = async (): Promise<string[]> => (await readdir(path.join(folder, BUCKET, 'pictures')).catch(() => [])).sort()
const download = (name: string, by: Person) => app.api.get(`/pictures/file/${encodeURIComponent(name)}`, { token: by.token })

async function upload(name: string, data: object = {}) {
  const bytes = await sharp({ create: { width: 600, height: 300, channels: 3, background: '#a07030' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  form.append('_payload', JSON.stringify(data))
  return app.api.post('/pictures?depth=0', { token: f.clerk.token, body: form })
}

test('uploads lie in the object store and on no machine; they are read through our door, with its rights and headers', async () => {
  const picture = done(await upload('样板.jpg'))
  expect((await objects()).filter((name) => name.startsWith('样板')).length).toBeGreaterThan(1) // the picture and its sizes
  expect(existsSync(path.join(app.dataDir, 'media', 'pictures'))).toBe(false)

  const own = await download(picture.filename, f.clerk)
  expect([own.status, own.headers.get('content-security-policy')]).toEqual([200, "default-src 'none'; sandbox"])
  expect(await sharp(Buffer.from(await own.raw.arrayBuffer())).metadata()).toMatchObject({ width: 600, height: 300, format: 'jpeg' })
  expect([403, 404]).toContain((await download(picture.filename, stranger)).status)

  const { picturesById } = await import('@/src/pdf/readPictures')
  const user = { ...(await app.payload.findByID({ collection: 'users', id: f.clerk.id, depth: 0 })), collection: 'users' as const }
  const req = await createLocalReq({ user }, app.payload)
  const printed = await picturesById({ req, ids: [picture.id], pixels: 100 })
  expect(await sharp(printed.get(picture.id)).metadata()).toMatchObject({ width: 100, height: 50 })
})

test('nobody says where his picture lies, so nobody names the place of another', async () => {
  const theirs = done(await upload('别人的.jpg'))
  for (const place of [{ prefix: '../drawings' }, { _objectKey: 'elsewhere' }]) {
    const answer = await app.api.patch(`/pictures/${theirs.id}?depth=0`, { token: f.clerk.token, body: place })
    expect([200, 400, 403]).toContain(answer.status)
  }
  const kept = await app.payload.findByID({ collection: 'pictures', id: theirs.id, depth: 0 })
  expect([kept.prefix ?? '', kept._objectKey ?? '']).toEqual(['', ''])
  expect((await download(theirs.filename, f.clerk)).status).toBe(200)
})

test('a file that is gone is told as such, in words', async () => {
  const picture = done(await upload('丢失.jpg'))
  await rm(path.join(folder, BUCKET), { recursive: true })
  const answer = await download(picture.filename, f.clerk)
  expect([answer.status, answer.body.errors[0].message]).toEqual([404, '文件的记录还在，文件本身已不存在，请通知管理员'])
})
