import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'

import { expect, test } from '@jest/globals'

/** A worker as the light runner has it: it takes a task, and only then listens for what it works with. */
const worker = `
  process.on('message', (message) => message === 'task' && process.send('taken'))
  process.on('message', (message) => {
    if (message !== 'listen') return
    process.on('message', (data) => {
      if (data?.type === 'jest-light-runner-worker-data') process.send('told')
    })
    setImmediate(() => process.send('listening'))
  })
`

test('what a worker works with is told it also when it came before the worker listened', async () => {
  const keeper = pathToFileURL('tests/support/runner/workerData.mjs').href
  const child = spawn(process.execPath, ['--import', keeper, '--input-type=module', '--eval', worker], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, TINYPOOL_WORKER_ID: '1' },
  })
  const answered: unknown[] = []
  const answer = (wanted: string) =>
    new Promise<void>((resolve) => {
      const hear = (message: unknown): void => {
        if (message === wanted) resolve()
        else child.once('message', hear)
      }
      child.once('message', hear)
    })
  child.on('message', (message) => answered.push(message))
  const taken = answer('taken')
  child.send('task')
  await taken
  child.send({ type: 'jest-light-runner-worker-data', workerData: {} })
  const told = answer('told')
  child.send('listen')
  await told
  child.kill()
  expect(answered).toContain('told')
})
