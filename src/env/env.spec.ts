import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

let dataDir: string
let readEnvironment: (typeof import('./env'))['readEnvironment']

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'gendan-env-'))
  process.env.DATA_DIR = dataDir
  ;({ readEnvironment } = await import('./env'))
})
afterAll(() => rmSync(dataDir, { recursive: true }))

const read = (given: Record<string, string>) => readEnvironment({ NODE_ENV: 'test', DATA_DIR: dataDir, ...given })

test('with nothing set, everything has its default', () => {
  expect(read({})).toMatchObject({ PORT: 3000, DATABASE_URL: '', TZ_BUSINESS: 'Asia/Shanghai', LOG_LEVEL: 'info', LOGIN_RATE_LIMIT: 10 })
})

test('a variable that is set to nothing counts as not set', () => {
  expect(read({ PORT: '', SMTP_URL: '', ADMIN_EMAIL: '', ADMIN_PASSWORD: '' })).toMatchObject({ PORT: 3000, SMTP_URL: undefined })
})

describe('a bad value stops the start with one line that names it', () => {
  test.each([
    [{ PORT: 'http' }, 'PORT must be a whole number'],
    [{ PORT: '99999' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
    [{ DATABASE_REPLICA_URLS: 'postgres://a/b,nonsense' }, 'DATABASE_REPLICA_URLS'],
    [{ TZ_BUSINESS: 'Mars/Olympus' }, 'TZ_BUSINESS must be a time zone'],
    [{ SERVER_URL: 'gendan.example.com' }, 'SERVER_URL must look like'],
    [
      { ADMIN_EMAIL: 'boss@example.com', ADMIN_PASSWORD: 'elevensigns' },
      'ADMIN_PASSWORD must have at least 12 characters (a sentence is fine)',
    ],
    [{ ADMIN_EMAIL: 'boss@example.com' }, 'ADMIN_EMAIL and ADMIN_PASSWORD are given together'],
    [{ OIDC_ISSUER: 'https://login.example.com', OIDC_CLIENT_ID: 'gendan' }, 'OIDC_ISSUER needs OIDC_CLIENT_ID and SERVER_URL'],
    [{ PAYLOAD_SECRET: 'short' }, 'PAYLOAD_SECRET must have'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('%j', (given, line) => {
    expect(() => read(given)).toThrow(line)
    expect(() => read(given)).not.toThrow('\n')
  })
})

test('the secret is made once, kept, and readable by its owner only', () => {
  const secret = read({}).PAYLOAD_SECRET
  const file = path.join(dataDir, 'payload-secret')
  expect([read({}).PAYLOAD_SECRET, readFileSync(file, 'utf8')]).toEqual([secret, secret])
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(read({ PAYLOAD_SECRET: 'given from outside' }).PAYLOAD_SECRET).toBe('given from outside')
})
