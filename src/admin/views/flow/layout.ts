import { statedKind } from '@/src/domain/kinds'
import type { FlowEdge as Edge, FlowNode } from '@/src/questions/control/documentFlow'

export type FlowEdge = Omit<Edge, 'fromLine'>
type End = FlowEdge['from']

export type Placed = FlowNode & { key: string; x: number; y: number }
export type Drawn = { key: string; from: Placed; to: Placed; lines: number; amount: number }

export const card = { width: 200, height: 76, gapX: 90, gapY: 18 }

/** What is said about a document stands below the way of goods and money, so that no connection runs behind it. */
const isAside = (slug: string): boolean => statedKind(slug)?.aside === true

export const keyOf = ({ slug, id }: End): string => `${slug}/${id}`

/**
 * A column per kind of document in the order goods and money go; inside a column documents stand near what they came from
 * (by the mean height of their predecessors). Several lines between two documents are drawn as one connection.
 */
export function placeFlow({ nodes, edges }: { nodes: readonly FlowNode[]; edges: readonly FlowEdge[] }): {
  placed: Placed[]
  drawn: Drawn[]
  width: number
  height: number
} {
  // nodes come in the order goods and money go
  const kinds = [...new Set(nodes.map(({ slug }) => slug))]
  const main = kinds.filter((slug) => !isAside(slug))
  const columns = [...main, ...kinds.filter(isAside)]
  const spokenOf = edges.find(({ from, to }) => isAside(to.slug) && !isAside(from.slug))?.from.slug
  const behindIt = main.indexOf(spokenOf ?? '') + 1
  const heights = new Map<string, number>()
  const placed: Placed[] = []
  for (const [index, slug] of columns.entries()) {
    const isBeside = isAside(slug)
    const column = isBeside ? index - main.length + behindIt : index
    const top = isBeside ? Math.max(0, ...placed.filter((node) => !isAside(node.slug)).map(({ y }) => y + card.height + card.gapY)) : 0
    const wanted = (node: FlowNode): number => {
      const before = edges.filter(({ to }) => keyOf(to) === keyOf(node)).flatMap(({ from }) => heights.get(keyOf(from)) ?? [])
      return before.length > 0 ? before.reduce((sum, y) => sum + y, 0) / before.length : node.id
    }
    const rows = nodes
      .filter((node) => node.slug === slug)
      .map((node) => ({ node, y: wanted(node) }))
      .sort((a, b) => a.y - b.y || a.node.id - b.node.id)
    for (const [row, { node }] of rows.entries()) {
      const y = top + row * (card.height + card.gapY)
      heights.set(keyOf(node), y)
      placed.push({ ...node, key: keyOf(node), x: column * (card.width + card.gapX), y })
    }
  }
  const at = new Map(placed.map((node) => [node.key, node]))
  const drawn = new Map<string, Drawn>()
  for (const edge of edges) {
    const [from, to] = [at.get(keyOf(edge.from)), at.get(keyOf(edge.to))]
    if (!from || !to) continue
    const key = `${from.key}>${to.key}`
    const one = drawn.get(key) ?? { key, from, to, lines: 0, amount: 0 }
    drawn.set(key, { ...one, lines: one.lines + 1, amount: one.amount + (edge.amount ?? 0) })
  }
  return {
    placed,
    drawn: [...drawn.values()],
    width: Math.max(...placed.map(({ x }) => x + card.width), card.width),
    height: Math.max(...placed.map(({ y }) => y + card.height), card.height),
  }
}
