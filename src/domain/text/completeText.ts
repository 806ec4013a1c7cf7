/**
 * A rich text that comes from outside: judged before it is kept, since the editor opens nothing else, and completed with what the editor
 * writes beside the words. Few features: paragraphs, lists, tables, links; bold, italics, underline.
 */
type Node = Readonly<Record<string, unknown>>
type NodeKind = { holds: readonly string[]; beside: Node; needs?: (node: Node) => boolean }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0

const words = ['text', 'linebreak', 'tab']
const line = [...words, 'link', 'autolink']
const blocks = ['paragraph', 'list', 'table']
const element = { format: '', indent: 0, version: 1, direction: null } as const
const ofText = { detail: 0, format: 0, mode: 'normal', style: '', version: 1 } as const
const isText = ({ text }: Node): boolean => typeof text === 'string'
const isLink = ({ fields }: Node): boolean => isNode(fields) && typeof fields['url'] === 'string'
const linkKind: NodeKind = { holds: words, beside: element, needs: isLink }

const kinds: Readonly<Record<string, NodeKind>> = {
  root: { holds: blocks, beside: element },
  paragraph: { holds: line, beside: { ...element, textFormat: 0, textStyle: '' } },
  text: { holds: [], beside: ofText, needs: isText },
  tab: { holds: [], beside: { ...ofText, detail: 2, text: '\t' }, needs: ({ text = '\t' }) => text === '\t' },
  linebreak: { holds: [], beside: { version: 1 } },
  link: linkKind,
  autolink: linkKind,
  list: {
    holds: ['listitem'],
    beside: { ...element, start: 1 },
    needs: ({ listType, start = 1 }) => (listType === 'bullet' || listType === 'number') && isCount(start),
  },
  listitem: { holds: [...line, 'paragraph', 'list'], beside: { ...element, value: 1 }, needs: ({ value = 1 }) => isCount(value) },
  table: { holds: ['tablerow'], beside: element },
  tablerow: { holds: ['tablecell'], beside: element },
  tablecell: {
    holds: ['paragraph', 'list'],
    beside: { ...element, headerState: 0, colSpan: 1, rowSpan: 1, backgroundColor: null },
    needs: ({ headerState = 0, colSpan = 1, rowSpan = 1 }) => [headerState, colSpan, rowSpan].every(isCount),
  },
}

const isLeaf = (type: string): boolean => type === 'text' || type === 'tab'
const modes: ReadonlySet<unknown> = new Set(['normal', 'token', 'segmented'])
const directions: ReadonlySet<unknown> = new Set([null, 'ltr', 'rtl'])

/** What the editor writes beside words and may be left out; of its own kind where it is there. */
const isBesideWell = (type: string, { format, indent, version, direction, mode, style, detail }: Node): boolean =>
  (format === undefined || (isLeaf(type) ? isCount(format) : typeof format === 'string')) &&
  [indent, version, detail].every((value) => value === undefined || isCount(value)) &&
  (direction === undefined || directions.has(direction)) &&
  (mode === undefined || modes.has(mode)) &&
  (style === undefined || typeof style === 'string')

/** Where a node is not what the editor would write; null where all of it is. */
function faultIn(value: unknown, holds: readonly string[], at: string): string | null {
  if (!isNode(value)) return at
  const type = typeof value['type'] === 'string' ? value['type'] : ''
  const kind = Object.hasOwn(kinds, type) && holds.includes(type) ? kinds[type] : undefined
  if (!kind) return `${at}.type`
  if (!isBesideWell(type, value) || kind.needs?.(value) === false) return at
  if (kind.holds.length === 0) return null
  const { children = [] } = value
  if (!Array.isArray(children)) return `${at}.children`
  for (const [index, child] of children.entries()) {
    const fault = faultIn(child, kind.holds, `${at}.children.${index}`)
    if (fault !== null) return fault
  }
  return null
}

/** Where a rich text is none, told as a path within it; null for one that is, and for a text without marks. */
export function faultInText(given: unknown): string | null {
  if (given === null || given === undefined || typeof given === 'string') return null
  if (!isNode(given)) return ''
  const { root } = given
  return faultIn(isNode(root) ? { type: 'root', ...root } : root, ['root'], 'root')
}

function completed(node: Node): Node {
  const type = String(node['type'])
  const { beside, holds } = kinds[type] ?? { beside: {}, holds: [] }
  const missing = Object.fromEntries(Object.entries(beside).filter(([name]) => node[name] === undefined))
  if (holds.length === 0) return { ...node, ...missing }
  const children = (Array.isArray(node['children']) ? node['children'] : []).map((child: Node, index: number) =>
    completed(type === 'list' && child['value'] === undefined ? { ...child, value: index + 1 } : child),
  )
  const tag = type === 'list' && node['tag'] === undefined ? { tag: node['listType'] === 'number' ? 'ol' : 'ul' } : {}
  return { ...node, ...missing, ...tag, children }
}

/** The same text with everything the editor writes beside the words; what was given stays as it is. */
export const completeText = (given: { root: Node }): { root: Node } => ({ ...given, root: completed({ ...given.root, type: 'root' }) })
