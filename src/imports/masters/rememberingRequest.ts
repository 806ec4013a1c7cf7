import type { PayloadRequest } from 'payload'

type Asked = Record<string, unknown>
type Reads = {
  findByID: (asked: Asked) => Promise<unknown>
  find: (asked: Asked) => Promise<unknown>
  findGlobal: (asked: Asked) => Promise<unknown>
}

const reads = ['findByID', 'find', 'findGlobal'] as const

/** More answers than this are those to questions about single records, which nobody asks again. */
const mostKnown = 5000

/**
 * The same request, whose reads are answered once: the new records of a file ask the rules the same few questions (the defaults of their
 * category, the tax categories, the company), and of what they ask nothing is written meanwhile. `own`: the collection the file writes
 * itself, of which every question is a new one.
 */
export function rememberingRequest(req: PayloadRequest, own: string): PayloadRequest {
  const known = new Map<string, Promise<unknown>>()
  const source = req.payload as unknown as Reads
  const answered = Object.fromEntries(
    reads.map((name) => [
      name,
      (asked: Asked): Promise<unknown> => {
        const { req: _req, ...question } = asked
        if (question['collection'] === own) return source[name]({ ...asked, req })
        const key = `${name} ${JSON.stringify(question)}`
        const earlier = known.get(key)
        if (earlier) return earlier
        if (known.size >= mostKnown) known.clear()
        const answer = source[name]({ ...asked, req })
        known.set(key, answer)
        return answer
      },
    ]),
  )
  return Object.assign(Object.create(req) as PayloadRequest, { payload: Object.assign(Object.create(req.payload) as object, answered) })
}
