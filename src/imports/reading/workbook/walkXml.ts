import type { Readable } from 'node:stream'

import { SaxesParser } from 'saxes'

export type Marks = Readonly<Record<string, string>>
export type Seen = { open?: (name: string, marks: Marks) => void; text?: (text: string) => void; close?: (name: string) => void }

/** Names without the prefix some programs write before each of them. */
const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

function parserOf({ open, text, close }: Seen): SaxesParser {
  const parser = new SaxesParser({ xmlns: false })
  if (open) parser.on('opentag', ({ name, attributes }) => open(bare(name), attributes as Marks))
  if (text) parser.on('text', text)
  if (close) parser.on('closetag', ({ name }) => close(bare(name)))
  return parser
}

/** A workbook that cannot be read as one: cut off, damaged, or no workbook at all. */
export class BrokenWorkbook extends Error {
  readonly code = 'WORKBOOK_BROKEN'
}

const broken = (error: unknown): BrokenWorkbook => new BrokenWorkbook(error instanceof Error ? error.message : String(error))

/** Walks through a text of XML. */
export function walkText(text: string, seen: Seen): void {
  if (text === '') return
  try {
    parserOf(seen).write(text).close()
  } catch (error) {
    throw broken(error)
  }
}

/** Walks through a part that is being unpacked, and hands over what is ready after each piece; ends when whoever listens has enough. */
export async function* walkPart<Ready>(part: Readable, seen: Seen, ready: () => Ready | null): AsyncIterable<Ready> {
  const parser = parserOf(seen)
  const decoder = new TextDecoder('utf-8')
  const pieces = part[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const next = async (): Promise<boolean> => {
    try {
      const { done, value } = await pieces.next()
      parser.write(done ? decoder.decode() : decoder.decode(value, { stream: true }))
      if (done) parser.close()
      return !done
    } catch (error) {
      throw broken(error)
    }
  }
  try {
    for (let more = true; more;) {
      more = await next()
      const found = ready()
      if (found !== null) yield found
    }
  } finally {
    part.destroy()
  }
}

/** The whole of a part. */
export async function passPart(part: Readable, seen: Seen): Promise<void> {
  const walk = walkPart(part, seen, () => null)[Symbol.asyncIterator]()
  while (!(await walk.next()).done) continue
}
