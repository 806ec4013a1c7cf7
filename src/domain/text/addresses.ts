import type { RichBlock, RichRun } from './richText'

const address = /https?:\/\/[^\s<>"'，。；、（）]+/g

const overRuns = (blocks: readonly RichBlock[], rewrite: (run: RichRun) => RichRun[]): RichBlock[] =>
  blocks.map((block): RichBlock => {
    if (block.kind === 'paragraph') return { ...block, runs: block.runs.flatMap(rewrite) }
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => overRuns(item, rewrite)) }
    return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: overRuns(cell.blocks, rewrite) }))) }
  })

/** Addresses that stand in a text lead where they say: a mail is read by pressing them. */
export const withLinks = (blocks: readonly RichBlock[]): RichBlock[] =>
  overRuns(blocks, (run) => {
    if (run.link) return [run]
    const runs: RichRun[] = []
    let at = 0
    for (const { 0: found, index } of run.text.matchAll(address)) {
      if (index > at) runs.push({ ...run, text: run.text.slice(at, index) })
      runs.push({ ...run, text: found, link: found })
      at = index + found.length
    }
    return at === 0 ? [run] : at < run.text.length ? [...runs, { ...run, text: run.text.slice(at) }] : runs
  })

/** Where links lead, said behind their words: for whoever reads a text without marks. */
export const withAddresses = (blocks: readonly RichBlock[]): RichBlock[] =>
  overRuns(blocks, (run) => (run.link && run.link !== run.text ? [run, { text: ` (${run.link})` }] : [run]))
