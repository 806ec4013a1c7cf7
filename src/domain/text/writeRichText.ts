import type { RichBlock, RichRun } from './richText'

const textOf = (runs: readonly RichRun[]): string => runs.map(({ text }) => text).join('')
const indented = (text: string, by: string): string => text.split('\n').join(`\n${by}`)

/** Blocks → text without marks: lists with dashes or numbers, tables with a bar between cells. For mails without HTML and cells of Excel. */
export const plainTextOf = (blocks: readonly RichBlock[]): string =>
  blocks
    .map((block): string => {
      if (block.kind === 'paragraph') return textOf(block.runs)
      if (block.kind === 'list')
        return block.items
          .map((item, at) => {
            const mark = block.ordered ? `${at + 1}. ` : '- '
            return `${mark}${indented(plainTextOf(item), ' '.repeat(mark.length))}`
          })
          .join('\n')
      return block.rows.map((row) => row.map((cell) => plainTextOf(cell.blocks).replaceAll('\n', ' ')).join(' | ')).join('\n')
    })
    .join('\n')

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign)

function htmlOfRun({ text, bold, italic, underline, link }: RichRun): string {
  const wrapped = [underline ? 'u' : '', italic ? 'em' : '', bold ? 'strong' : ''].filter(Boolean)
  const inside = wrapped.reduce(
    (html, tag) => `<${tag}>${html}</${tag}>`,
    escaped(text).replaceAll('\n', '<br>').replaceAll('\t', '&emsp;'),
  )
  return link ? `<a href="${escaped(link)}">${inside}</a>` : inside
}

/** Blocks → HTML for a mail: tags only, no styles of a page around it, and nothing of what was typed is read as HTML. */
export const htmlOf = (blocks: readonly RichBlock[]): string =>
  blocks
    .map((block): string => {
      if (block.kind === 'paragraph') return `<p>${block.runs.map(htmlOfRun).join('')}</p>`
      if (block.kind === 'list') {
        const tag = block.ordered ? 'ol' : 'ul'
        return `<${tag}>${block.items.map((item) => `<li>${inLine(item)}</li>`).join('')}</${tag}>`
      }
      const row = (cells: (typeof block.rows)[number]): string =>
        cells.map(({ head, blocks: inside }) => (head ? `<th>${inLine(inside)}</th>` : `<td>${inLine(inside)}</td>`)).join('')
      return `<table border="1" cellspacing="0" cellpadding="4">${block.rows.map((cells) => `<tr>${row(cells)}</tr>`).join('')}</table>`
    })
    .join('')

/** The only paragraph of an item or a cell needs no element of its own. */
const inLine = (blocks: readonly RichBlock[]): string => {
  const [first, ...rest] = blocks
  return first?.kind === 'paragraph' ? `${first.runs.map(htmlOfRun).join('')}${htmlOf(rest)}` : htmlOf(blocks)
}
