import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import pg from 'pg'

import { putAside } from '@/src/db/backup/asideBooks'
import { backupDatabase } from '@/src/db/backup/backupDatabase'
import { restoreDatabase, takeBack } from '@/src/db/backup/restoreDatabase'
import { migrateDatabase, refuseUnreadyBooks } from '@/src/db/migrate'

import { createTestDatabase, type TestDatabase } from '../../support/database'

let folder: string
let uploads: string
let books: TestDatabase
const file = path.resolve('tests/fixtures/baseline.gendan')

const on = async <Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: books.url, application_name: 'clerk' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
const departments = () =>
  on(async (client) => (await client.query<{ code: string }>('select code from departments order by 1')).rows.map(({ code }) => code))
const restore = (from = file) => restoreDatabase({ connectionString: books.url, uploads, file: from, logLevel: 'silent' })

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gendan-restore-'))
  uploads = path.join(folder, 'media')
  books = await createTestDatabase()
})
beforeEach(async () => {
  await takeBack({ connectionString: books.url, uploads })
  rmSync(uploads, { recursive: true, force: true })
  mkdirSync(path.join(uploads, 'pictures'), { recursive: true })
  writeFileSync(path.join(uploads, 'pictures/mine.png'), 'mine')
  await on(async (client) => {
    await client.query('delete from departments')
    await client.query(`insert into departments (code, name) values ('MINE', 'ours')`)
  })
})
afterAll(async () => {
  await books.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('a restore is refused while anybody is connected, and says who', async () => {
  const clerk = new pg.Client({ connectionString: books.url, application_name: 'gendan-reads' })
  await clerk.connect()
  await expect(restore()).rejects.toThrow('somebody is connected to this database (gendan-reads)')
  await clerk.end()
  expect(await departments()).toEqual(['MINE'])
})

test('a restore that fails half way leaves books and files as they were', async () => {
  // rows that break a rule of the schema are met late, when everything else has been loaded
  const broken = path.join(folder, 'broken.gendan')
  const source = await createTestDatabase()
  const client = new pg.Client({ connectionString: source.url })
  await client.connect()
  await client.query(`alter table users drop constraint users_department_id_departments_id_fk`)
  await client.query(`insert into users (email, name, department_id) values ('nobody@example.com', 'nobody', 4711)`)
  await client.end()
  const theirs = path.join(folder, 'theirs')
  mkdirSync(path.join(theirs, 'pictures'), { recursive: true })
  writeFileSync(path.join(theirs, 'pictures/theirs.png'), 'theirs')
  await backupDatabase({ connectionString: source.url, uploads: theirs, file: broken, at: '2026-11-29T00:00:00.000Z' })
  await source.drop()
  await expect(restore(broken)).rejects.toThrow(/foreign key/)
  expect(await departments()).toEqual(['MINE'])
  expect(readdirSync(folder).filter((name) => name.startsWith('media'))).toEqual(['media'])
  expect(readFileSync(path.join(uploads, 'pictures/mine.png'), 'utf8')).toBe('mine')
  await refuseUnreadyBooks({ connectionString: books.url })
})

test('a restore that was killed is known to every start and every proof; it can be run again, or taken back', async () => {
  await on(putAside) // as far as a kill lets it come: the former books aside, the new ones not there
  await expect(migrateDatabase({ connectionString: books.url, logLevel: 'silent' })).rejects.toThrow(
    /restore of this database was broken off/,
  )
  await expect(refuseUnreadyBooks({ connectionString: books.url })).rejects.toThrow(/restore of this database was broken off/)
  expect(await takeBack({ connectionString: books.url, uploads })).toBe(true)
  expect(await departments()).toEqual(['MINE'])
  expect(await takeBack({ connectionString: books.url, uploads })).toBe(false)

  await on(putAside)
  await restore()
  expect(await departments()).not.toContain('MINE')
  expect(await departments()).not.toEqual([])
  expect(readdirSync(folder).filter((name) => name.startsWith('media'))).toEqual(['media'])
  await refuseUnreadyBooks({ connectionString: books.url })
})

test('what only looks refuses books of an earlier version instead of changing them', async () => {
  await on((client) => client.query(`delete from payload_migrations where id = (select max(id) from payload_migrations)`))
  await expect(refuseUnreadyBooks({ connectionString: books.url })).rejects.toThrow(/1 migrations behind this version/)
})

test('a backup names the files that records speak of and that are not there', async () => {
  await on((client) =>
    client.query(`insert into pictures (filename, mime_type) values ('mine.png', 'image/png'), ('lost.png', 'image/png')`),
  )
  const made = await backupDatabase({
    connectionString: books.url,
    uploads,
    file: path.join(folder, 'made.gendan'),
    at: '2026-11-29T00:00:00.000Z',
  })
  expect(made.files).toBe(1)
  expect(made.missing).toContain('pictures/lost.png')
  expect(made.missing).not.toContain('pictures/mine.png')
})
