import type { ImportColumn } from '../column'

type Named = Pick<ImportColumn, 'name' | 'label' | 'also' | 'perhaps'>

/** A heading as it is compared: case, width, blanks, marks of required columns and units in brackets aside. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_*·.:]+/g, '')
    .replace(/[%％]$/, '')

const withoutBrackets = (text: string): string => text.normalize('NFKC').replace(/[([（【].*$/, '')

/** Words that name the same thing in a heading, as one of them. */
const things: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:产品|商品|存货|货品|料品)(?=.)/, '物料'],
  [/(?<=.{2})(?:id|编码|编号|代码|号码|(?<![型批税账])号)$/, '编码'],
  [/(?<=[a-z]{3})(?:code|number|no)$/, '编码'],
]

/** A heading by what it says rather than how: 产品 ID, 商品编号 and 存货编码 are one, and so are Customer ID and Customer no. */
const meantBy = (plain: string): string => things.reduce((text, [written, meant]) => text.replace(written, meant), plain)

const tellsCode = (heading: string): boolean => meantBy(plainHeading(withoutBrackets(heading))).endsWith('编码')

/** Headings that leave out what a list is of (编码 in a list of customers), by the field they name. */
const bare: Readonly<Record<string, readonly string[]>> = {
  code: ['编码', '编号', '代码', 'code', 'no'],
  name: ['名称', 'name'],
  category: ['类别', '分类', 'category'],
  taxRate: ['税率'],
  price: ['单价'],
}

/** The list's own field of that name; without one the only column whose name ends like it: 单价 of an opening stock is its 成本单价. */
function columnOfBare(plain: string, columns: readonly Named[], isOfOneKind: boolean): string[] {
  const [field, words] = Object.entries(bare).find(([, said]) => said.includes(plain)) ?? []
  if (field === undefined || words === undefined || (field === 'category' && !isOfOneKind)) return []
  const own = columns.filter(({ name }) => name === field)
  if (own.length > 0) return own.map(({ name }) => name)
  const alike = columns.filter((column) => namesOf(column).all.some((name) => words.some((word) => name.endsWith(word))))
  return alike.length === 1 ? alike.map(({ name }) => name) : []
}

type Names = { own: string; all: readonly string[]; meant: readonly string[] }

/** What a column is called, as it is compared: the same for every heading and every row that may be the one of the headings. */
const known = new WeakMap<Named, Names>()

function namesOf(column: Named): Names {
  const kept = known.get(column)
  if (kept) return kept
  const { name, label, also = [], perhaps = [] } = column
  const all = [name, label.zh, label.en, ...also, ...perhaps].map(plainHeading)
  const names = { own: all[0] ?? '', all, meant: all.map(meantBy) }
  known.set(column, names)
  return names
}

/** The columns a heading may stand for, nearest first: the field name, the label of the screen in either language, or a name other systems use. */
function columnsOf(heading: string, columns: readonly Named[], isOfOneKind: boolean): string[] {
  const found = new Set<string>()
  for (const text of [heading, withoutBrackets(heading)]) {
    const plain = plainHeading(text)
    if (plain === '') continue
    const meant = meantBy(plain)
    const ways: ReadonlyArray<(column: Named) => boolean> = [
      (column) => namesOf(column).own === plain,
      (column) => namesOf(column).all.includes(plain),
      (column) => namesOf(column).meant.includes(meant),
    ]
    for (const way of ways) for (const column of columns) if (way(column)) found.add(column.name)
  }
  return found.size > 0 ? [...found] : columnOfBare(plainHeading(withoutBrackets(heading)), columns, isOfOneKind)
}

/**
 * A proposal for every heading of a file. Two headings of one column are a question: the one that tells codes is proposed before one that
 * tells names, which may be those of several, and else the first. The other one gets the next column it may stand for: of CustomerID and
 * Customer the latter is the name.
 */
export function proposedMapping(headings: readonly string[], columns: readonly Named[]): Record<string, string | null> {
  // a list of sales, which names customers and goods, says 类别 of its goods
  const isOfOneKind = headings.some((heading) => [...(bare['code'] ?? []), ...(bare['name'] ?? [])].includes(plainHeading(heading)))
  const meant = headings.map((heading) => ({ heading, may: columnsOf(heading, columns, isOfOneKind) }))
  const chosen = new Map<string, string>()
  const given = new Map<string, string>()
  const choose = (heading: string, column: string | undefined): void => {
    if (column === undefined || chosen.has(column) || given.has(heading)) return
    chosen.set(column, heading)
    given.set(heading, column)
  }
  for (const coded of [true, false]) for (const { heading, may } of meant) if (tellsCode(heading) === coded) choose(heading, may[0])
  for (const { heading, may } of meant)
    choose(
      heading,
      may.find((column) => !chosen.has(column)),
    )
  return Object.fromEntries(headings.map((heading) => [heading, given.get(heading) ?? null]))
}
