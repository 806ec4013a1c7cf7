import { expect, test } from '@jest/globals'

import { untilServed } from './untilServed'

const unavailable = (after?: string) =>
  new Response(null, { status: 503, ...(after === undefined ? {} : { headers: { 'Retry-After': after } }) })
const served = () => new Response('{}', { status: 200 })

/** Sends where the server gives these answers one after the other: what came of it, how often it was sent, how long was waited each time. */
async function sending(...answers: Response[]) {
  let sent = 0
  const waits: number[] = []
  const answer = await untilServed(() => Promise.resolve(answers[sent++] ?? served()), {
    wait: (seconds) => {
      waits.push(seconds)
      return Promise.resolve()
    },
  })
  return { status: answer.status, sent, waits }
}

test.each([
  ['what is served is sent once', [served()], { status: 200, sent: 1, waits: [] }],
  ['what cannot be served now is sent again when the server says', [unavailable('5'), served()], { status: 200, sent: 2, waits: [5] }],
  ['a pause is never longer than ten seconds', [unavailable('600'), served()], { status: 200, sent: 2, waits: [10] }],
  [
    'after three more tries the answer is told',
    Array.from({ length: 9 }, () => unavailable('1')),
    { status: 503, sent: 4, waits: [1, 1, 1] },
  ],
  ['a server that does not say when is not asked again', [unavailable()], { status: 503, sent: 1, waits: [] }],
  ['a refusal is an answer', [new Response(null, { status: 400, headers: { 'Retry-After': '5' } })], { status: 400, sent: 1, waits: [] }],
])('%s', async (_what, answers, told) => expect(await sending(...answers)).toEqual(told))

test('whoever leaves waits no longer', async () => {
  const leaving = new AbortController()
  const asked = untilServed(() => Promise.resolve(unavailable('10')), { signal: leaving.signal })
  leaving.abort()
  await expect(asked).rejects.toThrow('no longer wanted')
})
