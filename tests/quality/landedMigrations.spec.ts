import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { changedMigrations, enterMigrations } from '@/src/db/landedMigrations'

let folder: string
const inside = (file: string): string => path.join(folder, file)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gendan-landed-'))
  cpSync('src/db/migrations', folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('every migration is as it landed', () => {
  expect(changedMigrations(folder)).toEqual([])
})

test('a landed migration that is rewritten is named', () => {
  writeFileSync(inside('20261128_120100_books.ts'), 'export const up = () => undefined\n')
  expect(changedMigrations(folder)).toEqual([
    expect.stringMatching(/^20261128_120100_books\.ts has changed since it landed: .*write another/),
  ])
  expect(enterMigrations(folder)).toEqual([]) // generating again does not make it right
  expect(changedMigrations(folder)).toHaveLength(1)
})

test('a landed migration that is taken away is named', () => {
  rmSync(inside('20261128_120000_baseline.json'))
  expect(changedMigrations(folder)).toEqual([expect.stringMatching(/^20261128_120000_baseline\.json has landed and is gone/)])
})

test('a new migration is entered once and has landed then', () => {
  const file = '20991231_235959_later.ts'
  writeFileSync(inside(file), 'export const up = 1\n')
  expect(changedMigrations(folder)).toEqual([expect.stringContaining(`${file} is not entered`)])
  expect(enterMigrations(folder)).toEqual([file])
  expect(changedMigrations(folder)).toEqual([])
  writeFileSync(inside(file), 'export const up = 2\n')
  expect(changedMigrations(folder)).toHaveLength(1)
})
