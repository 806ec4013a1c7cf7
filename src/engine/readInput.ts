import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { languageOf, refuse } from './refusal'

const chinese = z.locales.zhCN().localeError

/** What was sent, read by its schema; else refused by the field that is wrong, in the reader's language. */
export function readInput<Content>({
  req,
  schema,
  input,
  about,
}: {
  req: PayloadRequest
  schema: z.ZodType<Content>
  input: unknown
  /** the kind of document whose fields it names */
  about?: string
}): Content {
  const parsed = schema.safeParse(input, languageOf(req) === 'zh' ? { error: chinese } : undefined)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path.join('.') ?? ''
  return refuse(req, { code: 'INVALID_INPUT', path, facts: { field: path, accepted: issue?.message ?? '' }, ...(about ? { about } : {}) })
}
