import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from '@jest/globals'
import ts from 'typescript'

import { terms } from '@/src/domain/words/terms'

/*
 * Whatever is said in two languages stands in the source as a pair: labels of fields and buttons, columns of reports, words of sheets and
 * screens, and the sentences hooks and imports write themselves. All of them are looked through.
 */

type Pair = { at: string; zh: string; en: string }

/** The columns of a foreign file keep their own names; commands, seeds and migrations speak to nobody at a desk. */
const leftOut = /\.spec\.tsx?$|\.d\.ts$|payload-types|migrations\/|^src\/(demo|server)\/|adventureworks|staging\/describeProblem/

const sources = ['src', 'hooks', 'collections', 'reports'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !leftOut.test(file)),
)

/** A text as it is said, with a figure where something is filled in. */
const textOf = (node: ts.Node): string | undefined =>
  ts.isStringLiteralLike(node)
    ? node.text
    : ts.isTemplateExpression(node)
      ? node.head.text + node.templateSpans.map(({ literal }) => `7${literal.text}`).join('')
      : undefined

const plain = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node) ? plain(node.expression) : node

const propertiesOf = (node: ts.ObjectLiteralExpression): Map<string, ts.Expression> =>
  new Map(
    node.properties
      .filter(ts.isPropertyAssignment)
      .map(({ name, initializer }) => [name.getText().replaceAll("'", ''), plain(initializer)]),
  )

function pairsIn(file: string): Pair[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Pair[] = []
  const take = (zh: ts.Expression, en: ts.Expression): void => {
    const [a, b] = [textOf(zh), textOf(en)]
    const line = source.getLineAndCharacterOfPosition(zh.getStart()).line + 1
    if (a !== undefined && b !== undefined) found.push({ at: `${file}:${line}`, zh: a.trim(), en: b.trim() })
    if (!ts.isObjectLiteralExpression(zh) || !ts.isObjectLiteralExpression(en)) return
    const [left, right] = [propertiesOf(zh), propertiesOf(en)]
    for (const [name, word] of left) {
      const other = right.get(name)
      if (other) take(word, other)
      else if (textOf(word) !== undefined) found.push({ at: `${file}:${line}`, zh: name, en: '' })
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const both = propertiesOf(node)
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

const pairs = sources.flatMap(pairsIn)

/** Names of formats, keys, languages and programs are the same in every language; so is what is filled in, and `key=value` of a request. */
const international =
  /\b(ABC|API|Microsoft Authenticator|PDF|CAD|DWG|DXF|STEP|CSV|XLSX|Excel|JSON|HTML|Content-Type|application\/json|multipart\/form-data|boundary|_payload|__proto__|WebGL|BOM|ISO|CNY|UTC|YYYY-MM-DD|English|relationTo|value|true|false|exists|point|comma|percent|share|skip|take|Enter|Ctrl|Alt|Shift|Esc|Insert|Delete|F4)\b|\w+=\w+|\{\{?\w+\}?\}/g
const technical = /[a-z][A-Z]|\b[a-z]+\.\d+\b|undefined|null|\[object/

test('the house speaks, and in pairs', () => expect(pairs.length).toBeGreaterThan(2000))

test('every pair says something in either language, and nothing in the other one', () => {
  const wrong = pairs.filter(({ zh, en }) => {
    const [left, right] = [zh.replace(international, ''), en.replace(international, '')]
    return en === '' || zh === '' || /[A-Za-z]{3,}/.test(left) || /[一-鿿]/.test(right.replace(/中文/, '')) || technical.test(right)
  })
  expect(wrong).toEqual([])
})

describe('a thing of the business is called one thing', () => {
  const forms = (word: string): string[] => [word, `${word}s`, `${word}es`, word.replace(/y$/, 'ies'), word.replace(/person$/, 'people')]
  /** What stands for it where the place says which is meant: a code for its item, what is noted beside a record, the part of volume. */
  const alsoCalled: Record<string, readonly string[]> = {
    [terms.itemCode.zh]: [terms.item.en],
    [terms.remark.zh]: ['Note', 'Notes'],
    [terms.qty.zh]: ['Volume'],
    [terms.date.zh]: ['When'],
    [terms.quote.zh]: ['Quote'],
  }

  test.each(Object.values(terms).map(({ zh, en }) => [zh, en] as const))('%s is %s', (zh, en) => {
    const allowed = [...forms(en), ...(alsoCalled[zh] ?? [])].map((form) => form.toLowerCase())
    expect(pairs.filter((pair) => pair.zh === zh && !allowed.includes(pair.en.toLowerCase()))).toEqual([])
  })
})
