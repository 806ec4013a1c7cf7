import { APIError, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import type { Finding } from '@/src/domain/kernel/decision'
import { type Question, unanswered } from '@/src/engine/askedForAll'

import { isPromise, isSet, judgePlan, type Objection, type Rule, type Written } from './judgePlan'

export type { Objection }

type Values = Record<string, unknown>
type Hook = (args: Values) => unknown
type By = { req: PayloadRequest; operation: Written }
type Judged = { data: Values; objections: Objection[] }
/** What a field said, or will say. */
type Told = { path: string; answer: unknown }

/** What a new record is given where nothing was said. */
function fillDefaults(req: PayloadRequest, rules: readonly Rule[], values: Values): void {
  for (const { name, given, inner, isList } of rules) {
    if (inner && !isList) fillDefaults(req, inner, groupIn(values, name))
    else if (inner) for (const row of rowsIn(values, name)) fillDefaults(req, inner, row)
    else if (given !== undefined && values[name] === undefined)
      values[name] = typeof given === 'function' ? (given as Hook)({ user: req.user, req, locale: 'all' }) : given
  }
}

function groupIn(values: Values, name: string): Values {
  const known = values[name] as Values | undefined | null
  if (known) return known
  const made: Values = {}
  values[name] = made
  return made
}

const rowsIn = (values: Values, name: string): readonly Values[] => (Array.isArray(values[name]) ? (values[name] as Values[]) : [])

/** What field hooks make of one value, one after another; a promise only where one of them has to ask somebody. */
function tidyValue(by: By, rule: Rule, values: Values, from = 0): Promise<void> | null {
  const { name, tidy, field } = rule
  for (let index = from; index < tidy.length; index += 1) {
    const told = tidy[index]?.({ value: values[name], data: values, siblingData: values, ...by, field })
    if (!isPromise(told)) values[name] = told
    else
      return told.then(async (value) => {
        values[name] = value
        await tidyValue(by, rule, values, index + 1)
      })
  }
  return null
}

/** Field hooks that only tidy what was entered: blanks, capitals, days. */
function tidied(by: By, rules: readonly Rule[], values: Values, later: Array<Promise<void>>): void {
  for (const rule of rules) {
    const { name, inner, isList } = rule
    if (inner && !isList) tidied(by, inner, groupIn(values, name), later)
    else if (inner) for (const row of rowsIn(values, name)) tidied(by, inner, row, later)
    else if (rule.tidy.length > 0 && isSet(values[name])) {
      const asked = tidyValue(by, rule, values)
      if (asked) later.push(asked)
    }
  }
}

const findingsOf = (error: APIError): Objection[] => {
  const findings = (error.data as { errors?: Finding[] } | null | undefined)?.errors ?? []
  return findings.length > 0
    ? findings.map(({ path, message, code }) => ({ path: path ?? '', message: message ?? code }))
    : [{ path: '', message: error.message }]
}

/**
 * Records of a collection as a save would make them: defaults, the collection's own hooks, its fields' own judgement. `answered`:
 * questions that are asked for all records at once instead of by their hooks.
 */
export class RecordJudge {
  private readonly rules: readonly Rule[]
  private readonly hooks: readonly Hook[]

  constructor(
    private readonly req: PayloadRequest,
    private readonly collection: SanitizedCollectionConfig,
    answered: readonly Question[],
    private readonly operation: Written = 'create',
  ) {
    this.rules = judgePlan(req, collection.flattenedFields, operation)
    this.hooks = unanswered([...collection.hooks.beforeValidate, ...collection.hooks.beforeChange], answered) as unknown as Hook[]
  }

  /** The values become the record: nobody else has them. `originalDoc`: what it was, of one there is. */
  async judge(values: Values, originalDoc?: Values): Promise<Judged> {
    const { req, collection, operation } = this
    let data = values
    fillDefaults(req, this.rules, data)
    const later: Array<Promise<void>> = []
    tidied({ req, operation }, this.rules, data, later)
    if (later.length > 0) await Promise.all(later)
    try {
      for (const hook of this.hooks) {
        const told = hook({ collection, context: req.context, data, operation, originalDoc, req })
        const changed: unknown = isPromise(told) ? await told : told
        if (changed !== undefined && changed !== null) data = changed as Values
      }
    } catch (error) {
      if (!(error instanceof APIError) || error.status >= 500) throw error
      return { data, objections: findingsOf(error) }
    }
    const told: Told[] = []
    this.validate(this.rules, data, { data, prefix: '', told })
    const answers = told.some(({ answer }) => isPromise(answer)) ? await Promise.all(told.map(({ answer }) => answer)) : null
    const objections = told.flatMap(({ path, answer }, index): Objection[] => {
      const message = answers ? answers[index] : answer
      return typeof message === 'string' ? [{ path, message }] : []
    })
    return { data, objections }
  }

  /** Asks each field of what it has been given; noted are objections, and answers that are still to come. */
  private validate(rules: readonly Rule[], values: Values, at: { data: Values; prefix: string; told: Told[] }): void {
    for (const { name, at: own, inner, isList, answers } of rules) {
      const value = values[name]
      if (inner && !isList) this.validate(inner, (value ?? {}) as Values, at)
      else if (inner) {
        const { data, prefix, told } = at
        const rows = Array.isArray(value) ? (value as Values[]) : []
        for (let index = 0; index < rows.length; index += 1)
          this.validate(inner, rows[index] ?? {}, { data, prefix: `${prefix}${own}.${String(index)}.`, told })
      } else if (answers) {
        const path = at.prefix === '' ? own : `${at.prefix}${own}`
        const answer = answers.of(value, path, at.data, values)
        if (typeof answer === 'string' || isPromise(answer)) at.told.push({ path, answer })
      }
    }
  }
}
