import { APIError, type PayloadRequest } from 'payload'

import { answerTo } from './refusals'

type Say = (line: object) => Promise<void>

/**
 * Lines of JSON, sent while a work goes on: what it says, then what it ends with, or `{ error }` with the words of a refusal. Whoever stops
 * listening calls the work off: its next word throws. `end` runs whatever came of it.
 */
export function streamedLines({
  req,
  what,
  work,
  end = () => undefined,
}: {
  req: PayloadRequest
  /** for the log, when it goes wrong */
  what: string
  work: (say: Say) => Promise<object>
  end?: () => void
}): Response {
  const encoder = new TextEncoder()
  let stopped = false
  const lines = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const send = (line: object): void => {
        if (!stopped) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      const say: Say = (line) => {
        if (stopped) return Promise.reject(new APIError('Stopped', 409, undefined, true))
        send(line)
        return new Promise((resolve) => setImmediate(resolve))
      }
      try {
        send(await work(say))
      } catch (error) {
        req.payload.logger.error({ err: error, msg: what })
        const { status, errors } = await answerTo(req, error as Error)
        send({ error: status === 500 ? '' : (errors[0]?.message ?? '') })
      } finally {
        end()
      }
      if (!stopped) controller.close()
    },
    cancel: () => {
      stopped = true
    },
  })
  return new Response(lines, {
    headers: { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}
