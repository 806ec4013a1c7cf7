import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { expect, test } from '@jest/globals'

/** In a process of its own: fontconfig reads the real environment, once, which a test's environment is not. */
const script = `
import { useShippedFont } from './reports/kit/excel/shippedFont'
const main = async () => {
  useShippedFont()
  const { default: sharp } = await import('sharp')
  const inkOf = async (sign: string) => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><text x="5" y="65" font-size="64" font-family="Noto Sans SC">' + sign + '</text></svg>'
    const { data } = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer({ resolveWithObject: true })
    return data.reduce((sum, value) => sum + value, 0)
  }
  console.log(JSON.stringify([await inkOf('一'), await inkOf('龘')]))
}
void main()
`

test('Chinese is drawn with the font that ships: 龘 takes much more ink than 一, boxes would take the same', async () => {
  const env = { ...process.env, NODE_OPTIONS: '', FONTCONFIG_FILE: '' }
  const { stdout } = await promisify(execFile)(process.execPath, ['node_modules/tsx/dist/cli.mjs', '--eval', script], { env })
  const [one, many] = JSON.parse(stdout) as [number, number]
  expect(one).toBeGreaterThan(0)
  expect(many).toBeGreaterThan(3 * one)
})
