type Shared<Answer> = {
  /** The answer to a question, asked once however many want it; one that failed is asked again. */
  ask: (address: string) => Promise<Answer>
  /** The page is left: what is still being asked is not waited for. */
  end: () => void
}

/** Questions of one page: the figures beside one another ask some of them alike, and a question amid a million lines takes a second. */
export function sharedQuestions<Answer>(send: (address: string, signal: AbortSignal) => Promise<Answer>): Shared<Answer> {
  const known = new Map<string, Promise<Answer>>()
  let asking = new AbortController()
  return {
    ask: (address) => {
      const found = known.get(address)
      if (found) return found
      const asked = send(address, asking.signal)
      known.set(address, asked)
      asked.catch(() => known.get(address) === asked && known.delete(address))
      return asked
    },
    end: () => {
      asking.abort()
      asking = new AbortController()
      known.clear()
    },
  }
}
