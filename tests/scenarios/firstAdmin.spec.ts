import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { env } from '@/src/env/env'
import { definitionOf } from '@/src/imports/definitions'
import { runImport } from '@/src/imports/engine/runImport'
import { inMemory } from '@/src/imports/reading/source'
import { ensureFirstAdmin } from '@/src/server/firstAdmin'

import { startApp, type TestApp } from '../support/app'

let app: TestApp
const before = { ADMIN_EMAIL: env.ADMIN_EMAIL, ADMIN_PASSWORD: env.ADMIN_PASSWORD }

beforeAll(async () => {
  app = await startApp()
})
afterAll(async () => {
  Object.assign(env, before)
  await app.close()
})

test('whoever imports people first does not lock himself out: the administrator of the environment logs in, as the person of the file', async () => {
  const definition = definitionOf('users')
  if (!definition) throw new Error('There is no import of users')
  const file = 'name,email,roles\n赵管,zhao@move.example,系统管理员\n林一,lin@move.example,业务员\n'
  const report = await runImport({
    req: await createLocalReq({}, app.payload),
    definition,
    source: inMemory(Buffer.from(file)),
    dryRun: false,
    told: {},
    fields: {},
  })
  expect([report.errors, report.created]).toEqual([[], 2])
  Object.assign(env, { ADMIN_EMAIL: 'zhao@move.example', ADMIN_PASSWORD: 'Quiet-River-9-Lantern' })
  await ensureFirstAdmin({ payload: app.payload })
  const { totalDocs } = await app.payload.count({ collection: 'users', overrideAccess: true })
  expect(totalDocs).toBe(2)
  expect(await app.api.login('zhao@move.example', 'Quiet-River-9-Lantern')).toEqual(expect.any(String))
  // once somebody who administers can log in, the environment makes nobody
  Object.assign(env, { ADMIN_EMAIL: 'other@move.example' })
  await ensureFirstAdmin({ payload: app.payload })
  expect((await app.payload.count({ collection: 'users', overrideAccess: true })).totalDocs).toBe(2)
})
