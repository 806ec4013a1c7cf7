import type { Payload } from 'payload'

export type JobInput = {
  payload: Payload
  /** What `enqueue` was given. */
  input: Record<string, unknown>
  /** 1 for the first try. */
  attempt: number
  /** Whether this is the last try. */
  last: boolean
}

/** A task runs at least once: doing it twice must be as good as once. It throws when it is to be tried again. */
export type JobTask = (job: JobInput) => Promise<void>
