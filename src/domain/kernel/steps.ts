/**
 * A document's state machine as a table: status → verb → the status it leads to. Where the outcome is decided at run time
 * (a review passes or fails) the verb lists every status it may lead to; the first is the one taken when nothing is decided.
 */
export type Steps<S extends string> = Readonly<Partial<Record<S, Readonly<Record<string, S | readonly S[]>>>>>

/** All statuses a verb may lead to from here; empty when the step is illegal. */
export function targetsOf<S extends string>(steps: Steps<S>, status: S, verb: string): readonly S[] {
  const row = steps[status]
  // own keys only: a verb named "constructor" must not find Object's
  if (!row || !Object.hasOwn(row, verb)) return []
  const target = row[verb] as S | readonly S[]
  return typeof target === 'string' ? [target] : target
}

/** The verbs a document in this status allows, in the order of the table (which is the order of the buttons). */
export function allowedVerbs<S extends string>(steps: Steps<S>, status: S): string[] {
  return Object.keys(steps[status] ?? {})
}

/**
 * Checks a table at start-up and returns what is wrong with it, in words (empty = sound): a step into an unknown status, a status
 * nobody can reach from the initial one, a verb without target, an editable status that does not exist.
 */
export function validateSteps<S extends string>(table: {
  name: string
  statuses: readonly S[]
  initial: S
  steps: Steps<S>
  editable?: readonly S[]
}): string[] {
  const known = new Set<string>(table.statuses)
  const problems: string[] = []
  if (!known.has(table.initial)) problems.push(`${table.name}: initial status ${table.initial} is unknown`)
  for (const status of table.editable ?? []) {
    if (!known.has(status)) problems.push(`${table.name}: editable status ${status} is unknown`)
  }
  for (const status of Object.keys(table.steps) as S[]) {
    if (!known.has(status)) problems.push(`${table.name}: status ${status} is unknown`)
    for (const verb of allowedVerbs(table.steps, status)) {
      const targets = targetsOf(table.steps, status, verb)
      if (targets.length === 0) problems.push(`${table.name}: ${status} ${verb} leads nowhere`)
      for (const target of targets) {
        if (!known.has(target)) problems.push(`${table.name}: ${status} ${verb} leads to unknown status ${target}`)
      }
    }
  }
  const reached = new Set<S>([table.initial])
  for (const status of reached) {
    for (const verb of allowedVerbs(table.steps, status)) {
      // a Set keeps iterating over what is added meanwhile: this walks the whole graph
      for (const target of targetsOf(table.steps, status, verb)) reached.add(target)
    }
  }
  for (const status of table.statuses) {
    if (!reached.has(status)) problems.push(`${table.name}: status ${status} cannot be reached from ${table.initial}`)
  }
  return problems
}
