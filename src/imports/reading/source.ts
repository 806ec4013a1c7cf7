import { fstatSync, readSync } from 'node:fs'

/** The bytes of a file, read as often as they are asked for; whoever reads part by part holds no more than a part. */
export type Source = {
  size: number
  head: (length: number) => Buffer
  parts: (from?: number) => Iterable<Buffer>
  read: (at: number, length: number) => Buffer
  /** all of it: for what is no list of rows by the million */
  whole: () => Buffer
}

const part = 1 << 20

export const inMemory = (bytes: Buffer): Source => ({
  size: bytes.length,
  head: (length) => bytes.subarray(0, length),
  parts: function* (from = 0) {
    for (let at = from; at < bytes.length; at += part) yield bytes.subarray(at, at + part)
  },
  read: (at, length) => bytes.subarray(at, at + length),
  whole: () => bytes,
})

/** An open file, which stays on the disk. Whoever opened it closes it. */
export function openedFile(descriptor: number): Source {
  const { size } = fstatSync(descriptor)
  const take = (at: number, length: number): Buffer => {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)))
    let read = 0
    while (read < buffer.length) {
      const more = readSync(descriptor, buffer, read, buffer.length - read, at + read)
      if (more === 0) throw new Error('The file became shorter while it was read')
      read += more
    }
    return buffer
  }
  return {
    size,
    head: (length) => take(0, length),
    parts: function* (from = 0) {
      for (let at = from; at < size; at += part) yield take(at, part)
    },
    read: take,
    whole: () => take(0, size),
  }
}

/** A workbook is an archive, whatever it is called. */
export function isWorkbook({ head }: Source): boolean {
  const [first, second] = head(2)
  return first === 0x50 && second === 0x4b
}
