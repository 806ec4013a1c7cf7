import type { PayloadRequest } from 'payload'

type Asked = Record<string, unknown>
type Reads = {
  findByID: (asked: Asked) => Promise<unknown>
  find: (asked: Asked) => Promise<unknown>
  findGlobal: (asked: Asked) => Promise<unknown>
}

const reads = ['findByID', 'find', 'findGlobal'] as const

/**
 * The same request, whose reads are answered once: a thousand new records ask the rules the same few questions (the defaults of their
 * category, the tax categories, the company), and nothing is written between the questions.
 */
export function rememberingRequest(req: PayloadRequest): PayloadRequest {
  const known = new Map<string, Promise<unknown>>()
  const source = req.payload as unknown as Reads
  const answered = Object.fromEntries(
    reads.map((name) => [
      name,
      (asked: Asked): Promise<unknown> => {
        const { req: _req, ...question } = asked
        const key = `${name} ${JSON.stringify(question)}`
        const earlier = known.get(key)
        if (earlier) return earlier
        const answer = source[name]({ ...asked, req })
        known.set(key, answer)
        return answer
      },
    ]),
  )
  return Object.assign(Object.create(req) as PayloadRequest, { payload: Object.assign(Object.create(req.payload) as object, answered) })
}
