import { createServer, type Server, type Socket, connect } from 'node:net'

/** How the line behaves: passes everything, is dead (refuses and cuts), or swallows everything in silence. */
type State = 'open' | 'dead' | 'silent'

export type Line = { url: string; set: (state: State) => void; close: () => Promise<void> }

/** A line between the application and its database that a test may cut. */
export async function lineTo(url: string): Promise<Line> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let state: State = 'open'
  const server: Server = createServer((near) => {
    if (state === 'dead') return void near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (chunk) => state === 'open' && far.write(chunk))
    far.on('data', (chunk) => state === 'open' && near.write(chunk))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const cut = (): void => sockets.forEach((socket) => socket.destroy())
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href,
    set: (next) => {
      state = next
      if (next !== 'silent') cut()
    },
    close: async () => {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
