/**
 * The house rules that no published plugin knows. Each is one selector and one sentence of why.
 * They stand in a plugin of their own (not in `no-restricted-syntax`), so that blocks of eslint.config.js cannot
 * override one another and every finding carries the name of the rule it breaks.
 */

const METHODS = ['find', 'findByID', 'findDistinct', 'create', 'update', 'delete', 'count', 'findGlobal', 'updateGlobal']

/** `payload.find(…)`, `req.payload.find(…)`, `args.req.payload.find(…)`. */
const LOCAL_API =
  'CallExpression:matches([callee.object.name="payload"], [callee.object.property.name="payload"])' +
  `[callee.property.name=/^(${METHODS.join('|')})$/]`

/** What each call must say aloud. `count` reads no document, so it has no depth. */
const REQUIRED = { count: ['req', 'overrideAccess'], default: ['req', 'depth', 'overrideAccess'] }

const problem = (description, create) => ({ meta: { type: 'problem', docs: { description }, schema: [] }, create })

/** A rule that is nothing but forbidden shapes: selector → message. */
const forbid = (description, shapes) =>
  problem(description, (context) =>
    Object.fromEntries(shapes.map(([selector, message]) => [selector, (node) => context.report({ node, message })])),
  )

const keysOf = (object) => object.properties.filter((property) => property.type === 'Property').map((property) => property.key.name)

/** Without `req` the call leaves the transaction and can deadlock the pool; defaults of depth and access have changed between versions. */
const localApiArguments = problem('Local API calls pass req, depth and overrideAccess', (context) => ({
  [LOCAL_API](node) {
    const [argument] = node.arguments
    const method = node.callee.property.name
    if (argument?.type !== 'ObjectExpression') {
      context.report({ node, message: `Write the arguments of payload.${method} as an object literal, with req in it.` })
      return
    }
    const given = keysOf(argument)
    const spread = argument.properties.some((property) => property.type === 'SpreadElement')
    const missing = (REQUIRED[method] ?? REQUIRED.default).filter((key) => !given.includes(key) && (key === 'req' || !spread))
    if (missing.length > 0) context.report({ node, message: `payload.${method} must pass ${missing.join(', ')}.` })
  },
}))

const CAUGHT = 'A failed Local API call has already ended the transaction: never catch it (use disableErrors for "maybe missing").'

/** Reads and writes of documents over the Local API: what is said of it holds for them. */
const DOCUMENTS = 'create|enter|find|read|update'
const DOCUMENT_CALL = `CallExpression[callee.name=/^((${DOCUMENTS})Document|findDocuments|findRecords|documentPage)$/]`

const isFunction = (node) => /Function/.test(node.type)

/** Climbs from the call to the function it runs in, and says whether something on the way catches its error. */
const isCaught = (call) => {
  for (let node = call; node.parent && !isFunction(node); node = node.parent) {
    const { parent } = node
    if (parent.type === 'TryStatement' && parent.block === node && parent.handler) return true
    const isReceiver = parent.type === 'MemberExpression' && parent.object === node && parent.parent.callee === parent
    if (isReceiver && parent.property.name === 'catch') return true
    if (isReceiver && parent.property.name === 'then' && parent.parent.arguments.length > 1) return true
  }
  return false
}

const noCaughtLocalApi = problem('Local API calls are never caught', (context) => ({
  [`:matches(${LOCAL_API}, ${DOCUMENT_CALL})`](node) {
    if (isCaught(node)) context.report({ node, message: CAUGHT })
  },
}))

const pureDomain = forbid('Rules are pure and exact', [
  ['Identifier[name="Date"]:not(MemberExpression > .property):not(Property > .key)', 'No clock in a rule: take a BusinessDate as a fact.'],
  ['MemberExpression[object.name="Temporal"][property.name="Now"]', 'No clock in a rule: take a BusinessDate as a fact.'],
  [
    'MemberExpression[object.name="Math"][property.name=/^(round|random)$/]',
    'Round by name with kernel/money; rules have no chance in them.',
  ],
  ['MemberExpression[property.name="toFixed"]', 'Round by name with kernel/money, format in the user interface.'],
  ['Identifier[name="parseFloat"]', 'Numbers are Decimals: use kernel/decimal.'],
  [':function[async=true]', 'A rule takes facts and returns a decision; it does not wait.'],
  ['AwaitExpression', 'A rule takes facts and returns a decision; it does not wait.'],
])

const SQL_HOME = 'SQL stands in src/ledger, src/db and reports/*/query.ts, nowhere else.'

const sqlHome = forbid('SQL has three homes', [
  ['TaggedTemplateExpression:matches([tag.name="sql"], [tag.object.name="sql"])', SQL_HOME],
  ['CallExpression[callee.object.name="sql"][callee.property.name="raw"]', SQL_HOME],
  ['CallExpression[callee.type="MemberExpression"][callee.property.name=/^(execute|query)$/]', SQL_HOME],
])

const oneEngine = forbid('Only the engine opens transactions', [
  [
    'ImportSpecifier[imported.name=/^(initTransaction|commitTransaction|killTransaction)$/]',
    'Only the engine opens, commits and ends transactions: write a verb and let it run.',
  ],
  [
    'CallExpression[callee.property.name=/^(beginTransaction|commitTransaction|rollbackTransaction)$/]',
    'Only the engine opens, commits and ends transactions: write a verb and let it run.',
  ],
])

const CLOCK = 'The moment is said by the engine (`now` of src/engine/clock.ts, or of the context): two clocks of one request disagree.'

const oneClock = forbid('One clock for a request', [
  ['NewExpression[callee.name="Date"]', CLOCK],
  ['CallExpression[callee.object.name="Date"]', CLOCK],
  ['MemberExpression[object.name="Temporal"][property.name="Now"]', CLOCK],
])

const oneMoment = forbid('A request has one moment', [
  ['NewExpression[callee.name="Date"][arguments.length=0]', CLOCK],
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', CLOCK],
  ['MemberExpression[object.name="Temporal"][property.name="Now"]', CLOCK],
])

/** A type nobody knows is refused, whatever a comment says: what a story reads of an answer has a shape too. */
const noExcuseForAny = problem('`any` is refused, and no comment lets it pass', (context) => ({
  Program() {
    for (const comment of context.sourceCode.getAllComments())
      if (/eslint-disable.*no-(explicit-any|excuse-for-any)/.test(comment.value))
        context.report({ loc: comment.loc, message: 'Write the shape that is read: `any` is never let off.' })
  },
}))

const LONG = 200
const REASON = /^\/\/ More than \d00 lines: .{10,}\.$/

/** Length is a question: a file over 200 lines says at its head why it is long, in one line. */
const reasonForLength = problem('A long file says why it is long', (context) => ({
  Program(node) {
    const { lines } = context.sourceCode
    const told = lines.filter((line) => line.trim() !== '').length
    if (told > LONG && !lines.slice(0, 3).some((line) => REASON.test(line)))
      context.report({ node, message: `${told} lines: split it, or say at its head "// More than 200 lines: <why>."` })
  },
}))

const CLIENT = 'Screens ask the server by `ask` (src/admin/request): sessions and refusals are seen to there, once.'

const oneClient = forbid('Screens have one client', [
  ['CallExpression[callee.name="fetch"]', CLIENT],
  ['CallExpression[callee.object.name=/^(window|globalThis|self)$/][callee.property.name="fetch"]', CLIENT],
])

export default {
  meta: { name: 'gendan' },
  rules: {
    'local-api-arguments': localApiArguments,
    'no-caught-local-api': noCaughtLocalApi,
    'pure-domain': pureDomain,
    'sql-home': sqlHome,
    'one-engine': oneEngine,
    'one-clock': oneClock,
    'one-moment': oneMoment,
    'one-client': oneClient,
    'reason-for-length': reasonForLength,
    'no-excuse-for-any': noExcuseForAny,
  },
}
