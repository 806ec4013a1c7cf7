import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { Language, Words } from '@/src/domain/words/words'

import { languageOf, refuse } from './refusal'

const chinese = z.locales.zhCN().localeError

const kinds: Readonly<Record<string, Words>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  array: { zh: '一个列表', en: 'a list' },
  object: { zh: '一组内容', en: 'an object' },
  record: { zh: '一组内容', en: 'an object' },
}

/** What stands at a place of what was sent. */
const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((found, step) => (found !== null && typeof found === 'object' ? Reflect.get(found, step) : undefined), input)

const isNothing = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** What the field takes, in words of people: the checker itself names the kinds of a programming language. */
const acceptedBy = (issue: z.core.$ZodIssue, language: Language): string =>
  (issue.code === 'invalid_type' ? kinds[issue.expected]?.[language] : undefined) ?? issue.message

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
  const isMissing = issue !== undefined && path !== '' && isNothing(at(input, issue.path))
  const accepted = issue ? acceptedBy(issue, languageOf(req)) : ''
  return refuse(req, {
    code: 'INVALID_INPUT',
    path,
    facts: { field: path, accepted, ...(isMissing ? { isMissing } : {}) },
    ...(about ? { about } : {}),
  })
}
