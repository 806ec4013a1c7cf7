/** What a hook asks or does for one record, and whoever brings a thousand asks or does for all of them at once. */
type Question = 'duplicates' | 'keys' | 'locks' | 'log' | 'memory' | 'openUnits' | 'policies' | 'rates' | 'words'

const mark = Symbol.for('gendan.askedForAll')

/** Marks the hook that asks it. A mark, not the name of the function: names are changed when the server is compiled. */
export const asksForOne = <Hook extends object>(question: Question, hook: Hook): Hook => Object.assign(hook, { [mark]: question })

const questionOf = (hook: object): Question | undefined => (hook as { [mark]?: Question })[mark]

/** The hooks that are to be asked of each record, where these questions are asked for all. */
export const unanswered = <Hook extends object>(hooks: readonly Hook[], answered: readonly Question[]): Hook[] =>
  hooks.filter((hook) => {
    const question = questionOf(hook)
    return question === undefined || !answered.includes(question)
  })

/** Those that ask this. */
export const asking = <Hook extends object>(hooks: readonly Hook[], question: Question): Hook[] =>
  hooks.filter((hook) => questionOf(hook) === question)

export type { Question }
