import type { PayloadRequest } from 'payload'

import { languageOf, refusal } from '@/src/engine/refusal'

import type { Problem } from './judgeWhere'

const short = (value: unknown): unknown => {
  const told = typeof value === 'string' ? value : (JSON.stringify(value) ?? null)
  return typeof told === 'string' ? told.replaceAll('\0', '\\0').slice(0, 100) : told
}

/** 400 INVALID_INPUT, one finding per problem, each naming the field and what is accepted. */
export function refuseProblems(req: PayloadRequest, problems: readonly Problem[]): void {
  if (problems.length === 0) return
  throw refusal(
    problems.slice(0, 50).map(({ path, value, accepted }) => ({
      code: 'INVALID_INPUT' as const,
      severity: 'error' as const,
      path,
      facts: { field: path, ...(value === undefined ? {} : { value: short(value) }), accepted: accepted[languageOf(req)] },
    })),
    req,
  )
}
