import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export type Cast = { file: string; line: number }

/** Written by tools, or not shipped: nobody chose a type there. */
const leftOut = /(\.spec\.tsx?|\.d\.ts)$|^src\/(payload-types\.ts|db\/migrations\/)/

const sources = (root: string): string[] =>
  ['payload.config.ts', 'collections', 'hooks', 'reports', 'src'].flatMap((place) =>
    place.endsWith('.ts')
      ? [place]
      : readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
          .map((file) => path.join(place, file))
          .filter((file) => /\.tsx?$/.test(file)),
  )

const silencing: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.NeverKeyword, ts.SyntaxKind.AnyKeyword])

/** `as never`, `as any`, and one assertion upon another (`as unknown as`): what the compiler can no longer object to. */
const isSilencing = (node: ts.Node): boolean =>
  ts.isAsExpression(node) && (silencing.has(node.type.kind) || ts.isAsExpression(skipParentheses(node.expression)))

const skipParentheses = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ? skipParentheses(node.expression) : node

/** Every place outside tests where the compiler is silenced. */
export function castsIn(root: string): Cast[] {
  return sources(root)
    .filter((file) => !leftOut.test(file))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)
      const found: Cast[] = []
      const visit = (node: ts.Node): void => {
        if (isSilencing(node)) found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
        ts.forEachChild(node, visit)
      }
      visit(source)
      return found
    })
}
