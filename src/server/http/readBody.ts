import { IncomingMessage } from 'node:http'

/**
 * Reads a body that has not announced its length, and makes a request of it that Next can read again (a stream that has been looked
 * into it refuses). Null as soon as it is larger than `limit`.
 */
export async function readBody(req: IncomingMessage, limit: number): Promise<IncomingMessage | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += (chunk as Buffer).length
    if (size > limit) return null
    chunks.push(chunk as Buffer)
  }
  const again = new IncomingMessage(req.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = req
  Object.assign(again, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor, complete: true })
  if (size > 0) again.push(Buffer.concat(chunks))
  again.push(null)
  return again
}
