import { createServer, type Server, type ServerResponse } from 'node:http'

import { expect, test } from '@jest/globals'

import { closeServer } from './closeServer'

const open = (server: Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
    }),
  )

/** A server whose answers wait until the test lets them go. */
function slowServer(): { server: Server; answer: Promise<ServerResponse> } {
  let arrived: (response: ServerResponse) => void = () => undefined
  const answer = new Promise<ServerResponse>((resolve) => (arrived = resolve))
  return { server: createServer((_req, res) => arrived(res)), answer }
}

test('a request under way is answered in full, new ones are not taken', async () => {
  const { server, answer } = slowServer()
  const origin = await open(server)
  const asked = fetch(origin).then((response) => response.text())
  const response = await answer
  response.write('first half, ')
  const closed = closeServer({ server, patience: 10_000 })
  await expect(fetch(`${origin}/late`)).rejects.toThrow()
  response.end('second half')
  expect(await asked).toBe('first half, second half')
  await closed
})

test('a request that never ends does not hold the server for longer than its patience', async () => {
  const { server, answer } = slowServer()
  const origin = await open(server)
  const asked = fetch(origin).then(
    () => 'answered',
    () => 'cut off',
  )
  await answer
  await closeServer({ server, patience: 200 })
  expect(await asked).toBe('cut off')
})
