import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { env } from '@/src/env/env'

import { moveFormerUploads, uploadFolder } from './uploadFolder'

const root = mkdtempSync(path.join(os.tmpdir(), 'gendan-uploads-'))
const { DATA_DIR: before } = env
beforeAll(() => void (env.DATA_DIR = path.join(root, 'data')))
afterAll(() => {
  env.DATA_DIR = before
  rmSync(root, { recursive: true })
})

test('uploads lie in the data folder; those of the working folder are moved once, and nothing is ever laid over what is there', () => {
  const former = path.join(root, 'media')
  const put = (name: string) => {
    mkdirSync(path.join(former, 'pictures'), { recursive: true })
    writeFileSync(path.join(former, 'pictures', name), name)
  }
  const kinds = ['pictures', 'drawings']
  expect(moveFormerUploads({ from: former, kinds })).toEqual([])
  put('样板.jpg')
  expect(moveFormerUploads({ from: former, kinds })).toEqual(['pictures'])
  expect(uploadFolder('pictures')).toBe(path.join(root, 'data', 'media', 'pictures'))
  expect(readFileSync(path.join(uploadFolder('pictures'), '样板.jpg'), 'utf8')).toBe('样板.jpg')
  put('later.jpg')
  expect(moveFormerUploads({ from: former, kinds })).toEqual([])
  expect(existsSync(path.join(former, 'pictures', 'later.jpg'))).toBe(true)
})
