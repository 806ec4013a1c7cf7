import { createServer, type Socket } from 'node:net'

/** What a mail server says to a line that is no part of a mail; as a rule that it will do. */
type Told = (line: string) => string | undefined

/** A mail server of a few lines: `taken` says what becomes of a mail that has come in whole; without it the mail is taken. */
export async function startMailServer({
  answer = () => undefined,
  heard = () => undefined,
  taken = (socket) => void socket.write('250 taken\r\n'),
}: {
  answer?: Told
  /** a line of a mail */
  heard?: (line: string) => void
  taken?: (socket: Socket) => void
}): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((socket) => {
    let inMessage = false
    let text = ''
    const line = (said: string): void => {
      if (inMessage && said !== '.') return heard(said)
      if (inMessage) {
        inMessage = false
        return taken(socket)
      }
      inMessage = said === 'DATA'
      socket.write(`${answer(said) ?? (inMessage ? '354 go on' : said === 'QUIT' ? '221 bye' : '250 ok')}\r\n`)
    }
    socket.write('220 test ready\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      text += String(chunk)
      for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n')) {
        const said = text.slice(0, at)
        text = text.slice(at + 2)
        line(said)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
