import type { AnyDocument, AnyVerb, VerbContext } from './document'

/** Runs a verb on a body its own schema has read: what was erased when the verb was listed is given back here, and nowhere else. */
export const runVerb = (verb: AnyVerb, context: VerbContext<AnyDocument>): ReturnType<AnyVerb['run']> =>
  verb.run({ ...context, body: context.body as never })
