import type { Content, TableCell } from 'pdfmake'

import type { RichBlock, RichRun } from '@/src/domain/text/richText'

const wordsOf = (runs: readonly RichRun[]): Content => ({
  text: runs.map(({ text, bold, italic, underline, link }) => ({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(underline || link ? { decoration: 'underline' as const } : {}),
    ...(link ? { link } : {}),
  })),
})

/** A rich text as it stands on a sheet. An empty paragraph keeps its line, as it does in the editor. */
export const richContent = (blocks: readonly RichBlock[]): Content[] =>
  blocks.map((block): Content => {
    if (block.kind === 'paragraph') return block.runs.length === 0 ? { text: ' ' } : wordsOf(block.runs)
    if (block.kind === 'list') {
      const items = block.items.map((item): Content => ({ stack: richContent(item) }))
      return block.ordered ? { ol: items, margin: [0, 1, 0, 1] } : { ul: items, margin: [0, 1, 0, 1] }
    }
    const cell = ({ head, blocks: inside }: (typeof block.rows)[number][number]): TableCell => ({
      stack: richContent(inside),
      ...(head ? { bold: true, fillColor: '#f3f4f6' } : {}),
    })
    return block.rows.length === 0
      ? { text: '' }
      : {
          table: { widths: block.rows[0]?.map(() => 'auto') ?? [], body: block.rows.map((row) => row.map(cell)) },
          layout: { hLineWidth: () => 0.4, vLineWidth: () => 0.4, hLineColor: () => '#d1d5db', vLineColor: () => '#d1d5db' },
          margin: [0, 2, 0, 2],
        }
  })
