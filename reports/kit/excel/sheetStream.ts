import { PassThrough } from 'node:stream'

type Chunk = string | Buffer | { toBuffer: () => Buffer }

const portion = 64 * 1024

/**
 * What ExcelJS writes a part of the workbook into. Its own buffer takes everything at once and never says "wait", so a large sheet
 * piles up in memory; this one gathers small writes and passes the brake of a slow reader on (`writableNeedDrain`).
 */
export class SheetStream extends PassThrough {
  private gathered: string[] = []
  private size = 0

  override write(chunk: Chunk): boolean {
    const text = typeof chunk === 'string' ? chunk : (Buffer.isBuffer(chunk) ? chunk : chunk.toBuffer()).toString('utf8')
    this.gathered.push(text)
    this.size += text.length
    return this.size < portion ? !this.writableNeedDrain : this.flushGathered()
  }

  override end(): this {
    this.flushGathered()
    return super.end()
  }

  private flushGathered(): boolean {
    if (this.gathered.length === 0) return true
    const text = this.gathered.join('')
    this.gathered = []
    this.size = 0
    return super.write(Buffer.from(text, 'utf8'))
  }
}
