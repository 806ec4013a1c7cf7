import { IncomingMessage } from 'node:http'

/**
 * Reads a small body, and makes a request of it that Next can read again (a stream that has been looked into it refuses).
 * Null when the body is larger than `limit` or its length is not announced; it has not been touched then.
 */
export async function readBody(req: IncomingMessage, limit: number): Promise<{ text: string; again: IncomingMessage } | null> {
  const length = Number(req.headers['content-length'] ?? (req.headers['transfer-encoding'] ? NaN : 0))
  if (!Number.isInteger(length) || length > limit) return null
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const again = new IncomingMessage(req.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = req
  Object.assign(again, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor, complete: true })
  if (body.length > 0) again.push(body)
  again.push(null)
  return { text: body.toString('utf8'), again }
}
