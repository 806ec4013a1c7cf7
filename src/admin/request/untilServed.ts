/** How often a request is sent again, and the longest pause before one, in seconds: a restart or a failed-over database takes no longer. */
const AGAIN = 3
const LONGEST = 10

const pause = (seconds: number, signal?: AbortSignal | null): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000)
    const leave = () => {
      clearTimeout(timer)
      reject(new DOMException('no longer wanted', 'AbortError'))
    }
    if (signal?.aborted) leave()
    else signal?.addEventListener('abort', leave, { once: true })
  })

/**
 * Sends a request, and again where the server says that it cannot serve it now and when to come back (503 with `Retry-After`). Only what does no harm when it
 * arrives twice may be sent this way: a question, or a write with a key. The last answer is given, whatever it is.
 */
export async function untilServed(
  go: () => Promise<Response>,
  { signal, wait = pause }: { signal?: AbortSignal | null; wait?: (seconds: number, signal?: AbortSignal | null) => Promise<void> } = {},
): Promise<Response> {
  for (let left = AGAIN; ; left -= 1) {
    const answer = await go()
    const after = Number(answer.headers.get('Retry-After'))
    if (answer.status !== 503 || left === 0 || !(after > 0)) return answer
    await wait(Math.min(after, LONGEST), signal)
  }
}
