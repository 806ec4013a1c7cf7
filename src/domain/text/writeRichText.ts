import type { RichBlock, RichRun } from './richText'

/** The runs of each piece, with something between the pieces. */
const joined = (pieces: readonly RichRun[][], between: string): RichRun[] =>
  pieces.flatMap((piece, at) => (at === 0 ? piece : [{ text: between }, ...piece]))

const rewritten = (runs: readonly RichRun[], rewrite: (text: string) => string): RichRun[] =>
  runs.map((run) => ({ ...run, text: rewrite(run.text) }))

function runsOfBlock(block: RichBlock): RichRun[] {
  if (block.kind === 'paragraph') return [...block.runs]
  if (block.kind === 'table') {
    const rows = block.rows.map((row) => joined(row.map((cell) => rewritten(runsOf(cell.blocks), (text) => text.replaceAll('\n', ' '))), ' | ')) // prettier-ignore
    return joined(rows, '\n')
  }
  const items = block.items.map((item, at) => {
    const mark = block.ordered ? `${at + 1}. ` : '- '
    return [{ text: mark }, ...rewritten(runsOf(item), (text) => text.replaceAll('\n', `\n${' '.repeat(mark.length)}`))]
  })
  return joined(items, '\n')
}

/** Blocks → one text that keeps its marks: lists with dashes or numbers, tables with a bar between cells. What a cell of Excel can hold. */
export const runsOf = (blocks: readonly RichBlock[]): RichRun[] => joined(blocks.map(runsOfBlock), '\n').filter(({ text }) => text !== '')

/** Whether a run looks otherwise than plain text. */
export const isMarked = ({ bold, italic, underline }: RichRun): boolean => Boolean(bold ?? italic ?? underline)

/** The same without marks: for mails without HTML, for lists and CSV. */
export const plainTextOf = (blocks: readonly RichBlock[]): string =>
  runsOf(blocks)
    .map(({ text }) => text)
    .join('')

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
