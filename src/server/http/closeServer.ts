import type { Server } from 'node:http'

/** No new visitors; those inside are served. Connections that only wait are closed at once, the rest when patience ends. */
export function closeServer({ server, patience }: { server: Server; patience: number }): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    const last = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(last)
      resolve()
    })
    server.closeIdleConnections()
  })
}
