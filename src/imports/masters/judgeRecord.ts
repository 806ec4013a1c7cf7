import { APIError, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import type { Finding } from '@/src/domain/kernel/decision'
import { type Question, questionOf } from '@/src/engine/askedForAll'

import { isPromise, isSet, judgePlan, type Objection, type Rule } from './judgePlan'

export type { Objection }

type Values = Record<string, unknown>
type Hook = (args: Values) => unknown
type Judged = { data: Values; objections: Objection[] }

/** What a new record is given where nothing was said. */
function withDefaults(req: PayloadRequest, rules: readonly Rule[], values: Values): Values {
  const filled: Values = { ...values }
  for (const { name, given, inner, isList } of rules) {
    if (inner && !isList) filled[name] = withDefaults(req, inner, (filled[name] ?? {}) as Values)
    else if (given !== undefined && filled[name] === undefined)
      filled[name] = typeof given === 'function' ? (given as Hook)({ user: req.user, req, locale: 'all' }) : given
  }
  return filled
}

/** Field hooks that only tidy what was entered: blanks, capitals, days. */
async function tidied(req: PayloadRequest, rules: readonly Rule[], values: Values): Promise<void> {
  for (const { name, inner, isList, tidy, field } of rules) {
    if (inner && !isList) await tidied(req, inner, (values[name] ?? {}) as Values)
    else if (tidy.length > 0 && isSet(values[name]))
      for (const hook of tidy) {
        const tidyValue = hook({ value: values[name], data: values, siblingData: values, req, operation: 'create', field })
        values[name] = isPromise(tidyValue) ? await tidyValue : tidyValue
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
 * New records of a collection as a save would make them: defaults, the collection's own hooks, its fields' own judgement. `answered`:
 * questions that are asked for all records at once instead of by their hooks.
 */
export class RecordJudge {
  private readonly rules: readonly Rule[]
  private readonly hooks: readonly Hook[]

  constructor(
    private readonly req: PayloadRequest,
    private readonly collection: SanitizedCollectionConfig,
    answered: readonly Question[],
  ) {
    this.rules = judgePlan(req, collection.flattenedFields)
    this.hooks = [...collection.hooks.beforeValidate, ...collection.hooks.beforeChange].filter((hook) => {
      const question = questionOf(hook)
      return question === undefined || !answered.includes(question)
    }) as unknown as Hook[]
  }

  async judge(values: Values): Promise<Judged> {
    const { req, collection } = this
    let data = withDefaults(req, this.rules, values)
    await tidied(req, this.rules, data)
    try {
      for (const hook of this.hooks) {
        const changed: unknown = await hook({ collection, context: req.context, data, operation: 'create', req })
        if (changed !== undefined && changed !== null) data = changed as Values
      }
    } catch (error) {
      if (!(error instanceof APIError) || error.status >= 500) throw error
      return { data, objections: findingsOf(error) }
    }
    const objections: Objection[] = []
    await this.validate(this.rules, data, { data, prefix: '', objections })
    return { data, objections }
  }

  private async validate(
    rules: readonly Rule[],
    values: Values,
    at: { data: Values; prefix: string; objections: Objection[] },
  ): Promise<void> {
    for (const { name, at: own, inner, isList, answers } of rules) {
      const value = values[name]
      if (inner && !isList) await this.validate(inner, (value ?? {}) as Values, at)
      else if (inner) {
        if (Array.isArray(value))
          for (const [index, row] of (value as Values[]).entries())
            await this.validate(inner, row, { ...at, prefix: `${at.prefix}${own}.${String(index)}.` })
      } else if (answers) {
        const path = at.prefix === '' ? own : `${at.prefix}${own}`
        const answer = answers.of(value, path, at.data, values)
        const told = isPromise(answer) ? await answer : answer
        if (typeof told === 'string') at.objections.push({ path, message: told })
      }
    }
  }
}
