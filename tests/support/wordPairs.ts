import { readdirSync, readFileSync } from 'node:fs'

import ts from 'typescript'

export type Pair = { at: string; zh: string; en: string }

/** The columns of a foreign file keep their own names; commands, seeds and migrations speak to nobody at a desk. */
const leftOut = /\.spec\.tsx?$|\.d\.ts$|payload-types|migrations\/|^src\/(demo|server)\/|adventureworks|staging\/describeProblem/

const sources = ['src', 'hooks', 'collections', 'reports'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !leftOut.test(file)),
)

/** A text as it is said, with a figure where something is filled in; of a sentence that is put together, what is always said. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => `7${literal.text}`).join('')
  return undefined
}

/** What a word turns out to be: a function says what it returns, a name what was written down under it in the same file. */
function plain(node: ts.Expression): ts.Expression {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) return plain(node.expression)
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return plain(node.body)
  return node
}

const constants = (source: ts.SourceFile): Map<string, ts.Expression> =>
  new Map(
    source.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => declarationList.declarations)
      .flatMap(({ name, initializer }) => (ts.isIdentifier(name) && initializer ? [[name.text, plain(initializer)] as const] : [])),
  )

/** The words of an object by their names, those it takes in whole among them. */
const propertiesOf = (node: ts.ObjectLiteralExpression, named: ReadonlyMap<string, ts.Expression>): Map<string, ts.Expression> =>
  new Map(
    node.properties.flatMap((property): Array<[string, ts.Expression]> => {
      if (ts.isPropertyAssignment(property)) return [[property.name.getText().replaceAll("'", ''), plain(property.initializer)]]
      if (ts.isSpreadAssignment(property)) {
        const inner = plain(property.expression)
        return ts.isObjectLiteralExpression(inner) ? [...propertiesOf(inner, named)] : []
      }
      const meant = ts.isShorthandPropertyAssignment(property) ? named.get(property.name.text) : undefined
      return meant ? [[property.name?.getText() ?? '', meant]] : []
    }),
  )

/** Every text with Chinese in it, whether it stands beside an English one or not. */
export const chinese: Array<Pick<Pair, 'at' | 'zh'>> = []

function pairsIn(file: string): Pair[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const named = constants(source)
  const found: Pair[] = []
  const take = (zh: ts.Expression, en: ts.Expression): void => {
    const [a, b] = [textOf(zh), textOf(en)]
    const line = source.getLineAndCharacterOfPosition(zh.getStart()).line + 1
    if (a !== undefined && b !== undefined) found.push({ at: `${file}:${line}`, zh: a.trim(), en: b.trim() })
    if (ts.isConditionalExpression(zh) && ts.isConditionalExpression(en)) {
      take(plain(zh.whenTrue), plain(en.whenTrue))
      take(plain(zh.whenFalse), plain(en.whenFalse))
    }
    if (!ts.isObjectLiteralExpression(zh) || !ts.isObjectLiteralExpression(en)) return
    const [left, right] = [propertiesOf(zh, named), propertiesOf(en, named)]
    for (const [name, word] of left) {
      const other = right.get(name)
      if (other) take(word, other)
      else if (textOf(word) !== undefined) found.push({ at: `${file}:${line}`, zh: name, en: '' })
    }
  }
  const visit = (node: ts.Node): void => {
    const said = textOf(node)
    if (said !== undefined && /\p{Script=Han}/u.test(said))
      chinese.push({ at: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, zh: said })
    if (ts.isObjectLiteralExpression(node)) {
      const both = propertiesOf(node, named)
      const [zh, en] = [both.get('zh'), both.get('en')]
      if (zh && en) take(zh, en)
    }
    if (ts.isConditionalExpression(node)) {
      const [, language] = /=== '(zh|en)'$/.exec(node.condition.getText()) ?? []
      if (language) take(language === 'zh' ? node.whenTrue : node.whenFalse, language === 'zh' ? node.whenFalse : node.whenTrue)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found.filter(({ zh, en }) => /\p{L}/u.test(zh + en) && !(/^zh\b/i.test(zh) && /^en\b/i.test(en)))
}

export const pairs: readonly Pair[] = sources.flatMap(pairsIn)
