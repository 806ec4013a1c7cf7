import { safeLink } from './richText'

type Stored = Record<string, unknown>

const element = { format: '', indent: 0, version: 1, direction: null } as const
const words = (text: string, format = 0): Stored => ({ type: 'text', text, format, detail: 0, mode: 'normal', style: '', version: 1 })
const paragraph = (children: Stored[]): Stored => ({ ...element, type: 'paragraph', textFormat: 0, textStyle: '', children })
const link = (url: string): Stored => ({
  ...element,
  type: 'link',
  children: [words(url)],
  fields: { url, linkType: 'custom', newTab: true },
})

const marks = /\*\*([^*\n]+)\*\*|(https?:\/\/[^\s"'<>，。；、）]+)/g

/** `**bold**` and addresses within a line. */
function inLine(line: string): Stored[] {
  const said: Stored[] = []
  let at = 0
  for (const match of line.matchAll(marks)) {
    if (match.index > at) said.push(words(line.slice(at, match.index)))
    const [whole, bold, url] = match
    said.push(bold !== undefined ? words(bold, 1) : safeLink(url ?? '') ? link(url ?? '') : words(whole))
    at = match.index + whole.length
  }
  return at < line.length ? [...said, words(line.slice(at))] : said
}

const dash = /^[-•] (.+)$/
const figure = /^(\d+)[.、] ?(.+)$/

type List = { listType: 'bullet' | 'number'; items: string[] }

/** The list that begins with a line, as far as it goes; numbers must count up from one, else they are the writer's own. */
function listAt(lines: readonly string[], from: number): List | null {
  const dashed: string[] = []
  while (dash.test(lines[from + dashed.length] ?? '')) dashed.push(dash.exec(lines[from + dashed.length] ?? '')?.[1] ?? '')
  if (dashed.length > 0) return { listType: 'bullet', items: dashed }
  const counted: string[] = []
  for (;;) {
    const [, count, said] = figure.exec(lines[from + counted.length] ?? '') ?? []
    if (said === undefined || Number(count) !== counted.length + 1) break
    counted.push(said)
  }
  return counted.length > 1 ? { listType: 'number', items: counted } : null
}

/**
 * A text typed with a few marks as the editor would store it: `**bold**`, lines that begin with a dash or count up from one, addresses of
 * pages. For fields that are typed in passing; nothing else is a mark.
 */
export function storeMarked(text: string): { root: Stored } {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const children: Stored[] = []
  for (let at = 0; at < lines.length;) {
    const list = listAt(lines, at)
    if (list) {
      const tag = list.listType === 'number' ? 'ol' : 'ul'
      const items = list.items.map((item, index) => ({ ...element, type: 'listitem', value: index + 1, children: inLine(item) }))
      children.push({ ...element, type: 'list', listType: list.listType, start: 1, tag, children: items })
      at += list.items.length
    } else {
      children.push(paragraph(inLine(lines[at] ?? '')))
      at += 1
    }
  }
  return { root: { ...element, type: 'root', children } }
}
