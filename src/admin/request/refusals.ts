import type { Remedy } from '@/src/domain/kernel/decision'

/** One thing the server says about a request: a refusal, or a warning. */
export type Told = {
  code?: string
  path?: string
  message: string
  severity?: string
  facts?: Readonly<Record<string, unknown>>
  /** what would make it pass, as a screen can offer it */
  cure?: Remedy
}

type Answer = { message?: string; errors?: ReadonlyArray<{ message?: string; data?: { errors?: readonly Told[] } | null }> }

/** Every refusal of an answer, each with what would make it pass; never none. */
export function refusalsIn(answer: unknown, fallback: string): Told[] {
  const { errors = [], message } = answer !== null && typeof answer === 'object' ? (answer as Answer) : {}
  const told = errors.flatMap((error) => error.data?.errors ?? [{ message: error.message ?? fallback }])
  return told.length > 0 ? told : [{ message: message ?? fallback }]
}
