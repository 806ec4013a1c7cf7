// More than 200 lines: every kind of parameter stands here once, each with its reading, its schema and its words.

import { z } from 'zod'

import { businessDate, isBusinessDate, type BusinessDate } from '@/src/domain/kernel/businessDate'
import type { Finding } from '@/src/domain/kernel/decision'
import { relativeDay } from '@/src/domain/kernel/relativeDay'

import type { Label, Language } from './label'
import { nameless, NO_RECORD, NO_RECORD_TEXT, NO_WORD } from './nameless'

/** A choice; one that tells the cost is there only for whoever may see cost. */
export type Option = { value: string; label: Label; cost?: true }

/** One parameter of a report: how it reads from a URL, how a form asks for it, and what it accepts, said in words. */
export type Param<Value = unknown> = {
  kind: 'date' | 'choice' | 'flag' | 'ids' | 'text' | 'number'
  label: Label
  schema: z.ZodType<Value>
  accepted: Label
  options?: readonly Option[]
  /** The collection an id belongs to. */
  relation?: string
  initial?: string
  /** Comes from the settings of the house, not from a form; a URL may still say otherwise. */
  hidden?: true
  /** Seldom asked: a form keeps it folded until it is. */
  rare?: true
}

type Seldom = { rare?: true }

export type ParamsShape = Readonly<Record<string, Param>>
export type ParamsOf<Shape extends ParamsShape> = { [Key in keyof Shape]: Shape[Key] extends Param<infer Value> ? Value : never }
export type ParamValues = Readonly<Record<string, unknown>>

const blank = (given: unknown): unknown => (given === '' ? undefined : given)
const oneOf = <Value extends string>(options: readonly { value: Value }[]) =>
  z.custom<Value>((given) => options.some(({ value }) => value === given))
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blank, schema.optional())

/** Dates as a saved question keeps them, for whoever wrote something else. */
const relative = ['today-30', 'month', 'month-1-end']

/** The parameter kinds. Every one reads the text of a URL and is optional unless it has an `initial` value. */
export const param = {
  date: (label: Label): Param<BusinessDate | undefined> => ({
    kind: 'date',
    label,
    schema: optional(z.string().refine(isBusinessDate).transform(businessDate)),
    accepted: {
      zh: `日期 YYYY-MM-DD，或 ${relative.join('、')} 等相对日期`,
      en: `a date YYYY-MM-DD, or one relative to today such as ${relative.join(', ')}`,
    },
  }),
  choice: <const Value extends string>(label: Label, options: readonly (Option & { value: Value })[], initial: Value): Param<Value> => ({
    ...choiceOf(label, options),
    initial,
    schema: z.preprocess((given) => blank(given) ?? initial, oneOf(options)),
  }),
  optionalChoice: <const Value extends string>(
    label: Label,
    options: readonly (Option & { value: Value })[],
    more: Seldom = {},
  ): Param<Value | undefined> => ({
    ...choiceOf(label, options),
    ...more,
    schema: optional(oneOf(options)),
  }),
  flag: (label: Label): Param<boolean> => ({
    kind: 'flag',
    label,
    schema: z.preprocess(
      (given) => blank(given) ?? 'false',
      z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1'),
    ),
    accepted: { zh: 'true、false', en: 'true, false' },
  }),
  /** Limits of classes, rising: 30,60,90,120. Taken from the settings unless given. */
  limits: (label: Label, initial: string): Param<number[]> => ({
    kind: 'choice',
    label,
    initial,
    hidden: true,
    schema: z.preprocess(
      (given) => blank(given) ?? initial,
      z.union([
        z.array(z.number()),
        z
          .string()
          .regex(/^\d{1,4}(,\d{1,4}){3}$/)
          .transform((text) => text.split(',').map(Number))
          .refine((limits) => limits.every((limit, at) => at === 0 || limit > (limits[at - 1] as number))),
      ]),
    ),
    accepted: { zh: '四个递增的天数，如 30,60,90,120', en: 'four rising numbers of days, such as 30,60,90,120' },
  }),
  /** A whole number within limits, such as "only the first 20". */
  number: (label: Label, { min, max }: { min: number; max: number }): Param<number | undefined> => ({
    kind: 'number',
    label,
    schema: optional(
      z.union([
        z.number(),
        z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number)
          .refine((number) => number >= min && number <= max),
      ]),
    ),
    accepted: { zh: `${min} 至 ${max} 的整数`, en: `a whole number from ${min} to ${max}` },
  }),
  text: (label: Label, more: Seldom = {}): Param<string | undefined> => ({
    kind: 'text',
    label,
    ...more,
    schema: optional(z.string().max(100)) as z.ZodType<string | undefined>,
    accepted: { zh: '不超过 100 字', en: 'at most 100 characters' },
  }),
  ids: (label: Label, relation: string, more: Seldom = {}): Param<number[]> => ({
    kind: 'ids',
    label,
    ...more,
    relation,
    schema: z.preprocess(
      (given) => blank(given) ?? [],
      z.union([
        z.array(z.number()),
        z
          .string()
          .regex(/^(none|[1-9]\d{0,8})(,(none|[1-9]\d{0,8}))*$/)
          .transform((text) => text.split(',').map((id) => (id === NO_RECORD_TEXT ? NO_RECORD : Number(id)))),
      ]),
    ),
    accepted: {
      zh: `${relation} 的编号（id），多个以逗号分隔，${NO_RECORD_TEXT} 表示未指定`,
      en: `ids of ${relation}, separated by commas; ${NO_RECORD_TEXT} for those that name none`,
    },
  }),
}

const choiceOf = (label: Label, options: readonly Option[]) => {
  const values = options.map(({ value }) => value)
  return { kind: 'choice' as const, label, options, accepted: { zh: values.join('、'), en: values.join(', ') } }
}

type BadInput = Omit<Finding, 'severity'>

/** An `INVALID_INPUT` finding on one parameter; `accepted` says what would pass. */
export const notAccepted = (name: string, value: unknown, accepted: string): BadInput => ({
  code: 'INVALID_INPUT',
  path: name,
  facts: { field: name, value, accepted },
})

/** The findings on parameters, each told by what a form calls its parameter. */
export const asForm = (findings: readonly BadInput[], shape: ParamsShape, language: Language): BadInput[] =>
  findings.map((finding) => {
    const label = shape[finding.path ?? '']?.label[language]
    return label === undefined ? finding : { ...finding, facts: { ...finding.facts, called: label } }
  })

/**
 * Reads the parameters of a URL. Several values of one name count as a list. A name the report does not know is refused too:
 * a misspelt filter must not silently give the unfiltered figures. A day may be said by its distance from `today` (`relativeDay`). All findings are
 * returned at once.
 */
export function readParams({
  shape,
  given,
  language,
  today,
  seeCost = true,
}: {
  shape: ParamsShape
  given: Iterable<readonly [string, string]>
  language: Language
  today: string
  seeCost?: boolean
}): { params: ParamValues; findings: BadInput[] } {
  const texts = new Map<string, string>()
  for (const [name, text] of given) texts.set(name, texts.has(name) ? `${texts.get(name)},${text}` : text.trim())
  const findings: BadInput[] = []
  for (const [name, text] of texts) {
    if (!Object.hasOwn(shape, name)) findings.push(notAccepted(name, text, Object.keys(shape).join(language === 'zh' ? '、' : ', ')))
  }
  const params: Record<string, unknown> = {}
  for (const [name, { schema, accepted, options, kind }] of Object.entries(shape)) {
    const text = texts.get(name)
    const day = kind === 'date' && text !== undefined ? relativeDay(text, businessDate(today)) : null
    const { data, success } = schema.safeParse(day ?? text)
    const open = openOptions(options, seeCost)
    const closed = options?.some(({ value }) => value === data) === true && !open.some(({ value }) => value === data)
    if (closed && !text) params[name] = open[0]?.value
    else if (success && !closed) params[name] = data
    else findings.push(notAccepted(name, text, closed ? open.map(({ value }) => value).join(', ') : accepted[language]))
  }
  return { params, findings }
}

/** The choices a person has: those that tell the cost are not there for whoever may not see it. */
export const openOptions = (options: readonly Option[] = [], seeCost: boolean): readonly Option[] =>
  options.filter(({ cost }) => seeCost || !cost)

/** What the records of an id parameter are called: parameter → id → name. */
export type RecordNames = Readonly<Record<string, ReadonlyMap<number, string>>>

/** The parameters as a reader sees them in a heading: only those that were set, choices by their label, records by their name. */
export function stateParams({
  shape,
  params,
  language,
  names = {},
}: {
  shape: ParamsShape
  params: ParamValues
  language: Language
  names?: RecordNames
}): { name: string; label: string; value: string }[] {
  return Object.entries(shape).flatMap(([name, { label, kind, options }]) => {
    const value = params[name]
    if (value === undefined || value === false || (Array.isArray(value) && value.length === 0)) return []
    const text =
      kind === 'flag'
        ? { zh: '是', en: 'yes' }[language]
        : Array.isArray(value)
          ? value.map((id: number) => (id === NO_RECORD && kind === 'ids' ? nameless[language] : (names[name]?.get(id) ?? id))).join(', ')
          : value === NO_WORD
            ? nameless[language]
            : (options?.find((option) => option.value === value)?.label[language] ?? String(value))
    return [{ name, label: label[language], value: text }]
  })
}
