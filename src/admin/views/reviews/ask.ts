import type { PayloadRequest } from 'payload'

/** Asks one of our own doors, as every client does, with the reader's own rights; null when it refuses. */
export async function ask<Answer>(req: PayloadRequest, path: string): Promise<Answer | null> {
  const port = process.env['PORT'] ?? '3000'
  const answer = await fetch(`http://127.0.0.1:${port}/api/${path}`, {
    headers: { cookie: req.headers.get('cookie') ?? '', origin: req.origin ?? '' },
    cache: 'no-store',
  })
  return answer.ok ? ((await answer.json()) as Answer) : null
}
