import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { expect, test } from '@jest/globals'

const root = path.resolve(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const file = /src\/server\/\S+\.ts/.exec(script)?.[0]
  return file ? [{ name, file }] : []
})
const dataDir = path.join(os.tmpdir(), `gendan-help-${process.pid}`)
const run = (file: string, args: string[], environment: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['--conditions=production', '--import', 'tsx', file, ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 300_000, // ends what hangs; a busy machine is slow
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', DATA_DIR: dataDir, ...environment } as NodeJS.ProcessEnv,
  })

test.each(commands)('npm run $name -- --help says what it does, and does nothing', ({ name, file }) => {
  const { status, stdout } = run(file, ['--help'])
  expect({ status, says: stdout.includes(`npm ${['test', 'start'].includes(name) ? '' : 'run '}${name}`) }).toEqual({
    status: 0,
    says: true,
  })
  expect(existsSync(dataDir)).toBe(false)
})

test('a bad value in the environment stops the start with one line that names it', () => {
  const { status, stderr } = run('src/server/commands/migrate.ts', [], { PORT: 'eighty' })
  expect(status).not.toBe(0)
  expect(stderr.trim()).toMatch(/^Cannot start: PORT .*whole number$/)
})
