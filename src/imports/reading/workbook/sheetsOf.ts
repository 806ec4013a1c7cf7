import path from 'node:path'

import type { Archive } from './archive'
import { walkPart, walkText } from './walkXml'

export type SheetPart = { name: string; part: string }
export type Book = { sheets: SheetPart[]; from1904: boolean }

/** The visible sheets of a workbook in their order, by the part each stands in. */
async function visibleSheets(archive: Archive): Promise<Book> {
  const targets = new Map<string, string>()
  walkText(await archive.text('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target)
    },
  })
  const sheets: SheetPart[] = []
  let from1904 = false
  walkText(await archive.text('xl/workbook.xml'), {
    open: (name, marks) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(marks['date1904'] ?? '')
      if (name !== 'sheet' || (marks['state'] ?? 'visible') !== 'visible') return
      const target = targets.get(Object.entries(marks).find(([mark]) => mark.endsWith(':id'))?.[1] ?? '') ?? ''
      const part = target.startsWith('/') ? target.slice(1) : path.posix.join('xl', target)
      if (archive.parts.has(part)) sheets.push({ name: marks['name'] ?? '', part })
    },
  })
  return { sheets, from1904 }
}

/** Whether anything stands on a sheet; read until the first cell that holds something. */
async function holdsAnything(archive: Archive, { part }: SheetPart): Promise<boolean> {
  let found: true | null = null
  const open = (name: string): void => void (found ??= name === 'v' || name === 'is' || name === 'f' ? true : null)
  for await (const filled of walkPart(await archive.open(part), { open }, () => found)) return filled
  return false
}

export async function filledSheets(archive: Archive): Promise<Book> {
  const { sheets, from1904 } = await visibleSheets(archive)
  const filled: SheetPart[] = []
  for (const sheet of sheets) if (await holdsAnything(archive, sheet)) filled.push(sheet)
  return { sheets: filled, from1904 }
}
