import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * Points fontconfig, which draws the text of pictures, at the Chinese font that comes with our packages: a server has none of its
 * own, and the chart would show boxes. Must run before the first text is drawn; fontconfig reads its file once per process.
 * A FONTCONFIG_FILE set by the operator wins.
 */
export function useShippedFont(): void {
  if (process.env.FONTCONFIG_FILE) return
  const fonts = path.dirname(
    createRequire(path.join(process.cwd(), 'package.json')).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  )
  const folder = path.join(os.tmpdir(), `gendan-fonts-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${xml(path.join(fonts, '400Regular'))}</dir>
  <dir>${xml(path.join(fonts, '700Bold'))}</dir>
  <cachedir>${xml(path.join(folder, 'cache'))}</cachedir>
  <match target="pattern"><edit name="family" mode="append_last"><string>Noto Sans SC</string></edit></match>
</fontconfig>
`,
  )
  process.env.FONTCONFIG_FILE = file
}
