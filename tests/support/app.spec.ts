import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from './app'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('the application boots on a clone of the migrated template and answers REST', async () => {
  const email = 'first@example.com'
  await app.payload.create({
    collection: 'users',
    data: { email, password: 'Rivet-2026-ok', name: '首', roles: ['admin'] } as never,
    overrideAccess: true,
  })
  expect((await app.api.get('/users')).status).toBe(403)
  const token = await app.api.login(email, 'Rivet-2026-ok')
  const { status, body } = await app.api.get('/users/me', { token })
  expect([status, body.user.email]).toEqual([200, email])
})
