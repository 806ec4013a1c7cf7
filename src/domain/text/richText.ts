/**
 * A rich text as the house understands it: paragraphs, lists and tables of runs. What the editor stores is read into this once
 * (`readRichText`); sheets, mails and plain texts are written from it, so that all of them say the same.
 */
export type RichRun = { text: string; bold?: true; italic?: true; underline?: true; link?: string }
export type RichCell = { head: boolean; blocks: RichBlock[] }
export type RichBlock =
  { kind: 'paragraph'; runs: RichRun[] } | { kind: 'list'; ordered: boolean; items: RichBlock[][] } | { kind: 'table'; rows: RichCell[][] }

/** A node as the editor stores it. Anybody may have written it, so nothing is taken for granted. */
type Node = Readonly<Record<string, unknown>>

const BOLD = 1
const ITALIC = 2
const UNDERLINE = 8
/** Deeper than anybody writes: what lies below is read as nothing. */
const DEEPEST = 20

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const childrenOf = (node: Node): Node[] => (Array.isArray(node['children']) ? node['children'].filter(isNode) : [])

/** Only addresses that lead somewhere and run nothing. */
export const safeLink = (url: string): string | undefined => (/^(https?:\/\/|mailto:)[^\s"'<>]+$/i.test(url) ? url : undefined)

const linkOf = (node: Node): string | undefined => {
  const fields = isNode(node['fields']) ? node['fields'] : node
  return typeof fields['url'] === 'string' ? safeLink(fields['url'].trim()) : undefined
}

function runOf(node: Node, link: string | undefined): RichRun {
  const format = typeof node['format'] === 'number' ? node['format'] : 0
  return {
    text: typeof node['text'] === 'string' ? node['text'] : '',
    ...(format & BOLD ? { bold: true as const } : {}),
    ...(format & ITALIC ? { italic: true as const } : {}),
    ...(format & UNDERLINE ? { underline: true as const } : {}),
    ...(link ? { link } : {}),
  }
}

const blockTypes = new Set(['paragraph', 'heading', 'quote', 'list', 'table'])

/** Runs and blocks in the order they stand; text beside blocks becomes a paragraph, so that nothing written is lost. */
function read(nodes: readonly Node[], depth: number, link?: string): RichBlock[] {
  if (depth > DEEPEST) return []
  const blocks: RichBlock[] = []
  let open: RichRun[] | null = null
  const say = (runs: RichRun[]): void => {
    if (!open) blocks.push({ kind: 'paragraph', runs: (open = []) })
    open.push(...runs)
  }
  for (const node of nodes) {
    const type = String(node['type'] ?? '')
    if (type === 'text') say([runOf(node, link)])
    else if (type === 'linebreak') say([{ text: '\n' }])
    else if (type === 'tab') say([{ text: '\t' }])
    else if (!blockTypes.has(type)) {
      // a link, or something nobody knows: what it says is kept
      for (const block of read(childrenOf(node), depth + 1, type === 'link' || type === 'autolink' ? linkOf(node) : link)) {
        if (block.kind === 'paragraph') say(block.runs)
        else {
          blocks.push(block)
          open = null
        }
      }
    } else {
      open = null
      if (type === 'list') blocks.push(listOf(node, depth))
      else if (type === 'table') blocks.push(tableOf(node, depth))
      else blocks.push(...paragraphOf(node, depth, type === 'heading'))
    }
  }
  return blocks
}

function paragraphOf(node: Node, depth: number, bold: boolean): RichBlock[] {
  const inside = read(childrenOf(node), depth + 1)
  if (inside.length === 0) return [{ kind: 'paragraph', runs: [] }]
  if (!bold) return inside
  return inside.map((block) =>
    block.kind === 'paragraph' ? { ...block, runs: block.runs.map((run) => ({ ...run, bold: true as const })) } : block,
  )
}

/** A nested list stands in an item of its own; it belongs to the item before it. */
function listOf(node: Node, depth: number): RichBlock {
  const items: RichBlock[][] = []
  for (const child of childrenOf(node)) {
    const blocks = read(childrenOf(child), depth + 1)
    const before = items.at(-1)
    if (before && blocks.length > 0 && blocks.every(({ kind }) => kind === 'list')) before.push(...blocks)
    else items.push(blocks)
  }
  return { kind: 'list', ordered: node['listType'] === 'number', items }
}

function tableOf(node: Node, depth: number): RichBlock {
  const rows = childrenOf(node).map((row) =>
    childrenOf(row).map((cell) => ({ head: Number(cell['headerState'] ?? 0) > 0, blocks: read(childrenOf(cell), depth + 1) })),
  )
  const width = Math.max(0, ...rows.map((row) => row.length))
  const full = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, (): RichCell => ({ head: false, blocks: [] }))])
  return { kind: 'table', rows: width > 0 ? full : [] }
}

/** What the editor stored → blocks. Nothing, or nothing of the kind, is an empty text. */
export function readRichText(stored: unknown): RichBlock[] {
  if (!isNode(stored) || !isNode(stored['root'])) return []
  const blocks = read(childrenOf(stored['root']), 0)
  return blocks.some((block) => block.kind !== 'paragraph' || block.runs.some(({ text }) => text.trim() !== '')) ? blocks : []
}
