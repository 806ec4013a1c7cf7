import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** The words of a PDF as a reader gets them; null where the machine has no reader. */
export function wordsOfPdf(file: Buffer): string | null {
  const tool = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext'].find((one) => existsSync(one))
  if (!tool) return null
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gendan-print-'))
  writeFileSync(path.join(folder, 'a.pdf'), file)
  execFileSync(tool, ['-layout', path.join(folder, 'a.pdf'), path.join(folder, 'a.txt')])
  return readFileSync(path.join(folder, 'a.txt'), 'utf8')
}
