/** A question that a hook asks of one record, and whoever brings a thousand asks for all of them at once. */
type Question = 'duplicates' | 'policies' | 'rates'

const mark = Symbol.for('gendan.askedForAll')

/** Marks the hook that asks it. A mark, not the name of the function: names are changed when the server is compiled. */
export const asksForOne = <Hook extends object>(question: Question, hook: Hook): Hook => Object.assign(hook, { [mark]: question })

export const questionOf = (hook: object): Question | undefined => (hook as { [mark]?: Question })[mark]

export type { Question }
