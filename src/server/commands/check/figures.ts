import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export type Place = { file: string; line: number }

/** Written by tools, or not shipped: nobody chose a type there. */
const leftOut = /(\.spec\.tsx?|\.d\.ts)$|^src\/(payload-types\.ts|db\/migrations\/)/

const filesUnder = (root: string, place: string): string[] =>
  readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(place, file))
    .filter((file) => /\.tsx?$/.test(file))

const sources = (root: string): string[] =>
  ['payload.config.ts', 'collections', 'hooks', 'reports', 'src'].flatMap((place) =>
    place.endsWith('.ts') ? [place] : filesUnder(root, place),
  )

const silencing: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.NeverKeyword, ts.SyntaxKind.AnyKeyword])

/** `as never`, `as any`, and one assertion upon another (`as unknown as`): what the compiler can no longer object to. */
const isSilencing = (node: ts.Node): boolean =>
  ts.isAsExpression(node) && (silencing.has(node.type.kind) || ts.isAsExpression(skipParentheses(node.expression)))

const skipParentheses = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ? skipParentheses(node.expression) : node

function found(root: string, file: string, isIt: (node: ts.Node) => boolean): Place[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const places: Place[] = []
  const visit = (node: ts.Node): void => {
    if (isIt(node)) places.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return places
}

/** Every place outside tests where the compiler is silenced. */
export const castsIn = (root: string): Place[] =>
  sources(root)
    .filter((file) => !leftOut.test(file))
    .flatMap((file) => found(root, file, isSilencing))

const isContext = (node: ts.Node): boolean =>
  ts.isPropertyAccessExpression(node) && node.name.text === 'context' && /\breq$/.test(node.expression.getText())

/** `req.context`, whatever it is taken for: `(req.context as Mine)`. */
const isTakenContext = (node: ts.Expression): boolean =>
  ts.isParenthesizedExpression(node) || ts.isAsExpression(node) ? isTakenContext(node.expression) : isContext(node)

const isAssignment = ({ kind }: ts.Node): boolean => kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment

/**
 * Written on a request for somebody else to find: `req.context['key'] = …`, `req.context.key ??= …`, `Object.assign(req.context, …)`, or
 * `const context = req.context as Mine`, behind which the same can be done unseen.
 */
const writesContext = (node: ts.Node): boolean =>
  (ts.isBinaryExpression(node) &&
    isAssignment(node.operatorToken) &&
    (ts.isElementAccessExpression(node.left) || ts.isPropertyAccessExpression(node.left)) &&
    isTakenContext(node.left.expression)) ||
  (ts.isCallExpression(node) &&
    node.arguments.some((argument, at) => at === 0 && /^Object\.assign$/.test(node.expression.getText()) && isTakenContext(argument))) ||
  (ts.isVariableDeclaration(node) && node.initializer !== undefined && isTakenContext(node.initializer))

/** Every place outside tests that hangs something on a request, where no argument and no result carries it. */
export const contextWritesIn = (root: string): Place[] =>
  sources(root)
    .filter((file) => !leftOut.test(file))
    .flatMap((file) => found(root, file, writesContext))

/** Ask a server they have started beside themselves. */
const besideItself = /^src\/server\/commands\/(screens|bench)\//

/** A server that asks itself: `fetch` in a room that runs on the server. Screens ask by their one client. */
export const loopbackIn = (root: string): Place[] =>
  sources(root)
    .filter((file) => !leftOut.test(file) && !file.startsWith('src/admin/') && !besideItself.test(file))
    .flatMap((file) => found(root, file, (node) => ts.isCallExpression(node) && /^(globalThis\.)?fetch$/.test(node.expression.getText())))
