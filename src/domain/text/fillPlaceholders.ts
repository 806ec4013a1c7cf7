import type { RichBlock } from './richText'

/** `{{no}}` → the document's number, wherever it stands. A name that is not among the values stays as it was typed, for all to see. */
export function fillPlaceholders(blocks: readonly RichBlock[], values: Readonly<Record<string, string>>): RichBlock[] {
  const filled = (text: string): string =>
    text.replace(/\{\{\s*(\w+)\s*\}\}/g, (typed, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : typed))
  const within = (inside: readonly RichBlock[]): RichBlock[] => fillPlaceholders(inside, values)
  return blocks.map((block): RichBlock => {
    if (block.kind === 'paragraph') return { ...block, runs: block.runs.map((run) => ({ ...run, text: filled(run.text) })) }
    if (block.kind === 'list') return { ...block, items: block.items.map(within) }
    return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: within(cell.blocks) }))) }
  })
}
