import { spawn } from 'node:child_process'

/**
 * Runs a file that prints "through" when everything it loads has been loaded, in a fresh process. Empty when it came through, otherwise what happened instead: modules that wait for
 * one another end the process without a word, some of them with code 0.
 */
export const loadsThrough = (file: string, args: readonly string[] = []): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args, file], {
      env: { ...process.env, PAYLOAD_SECRET: 'only for loading once', DATABASE_URL: '', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => (said += String(chunk)))
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve(code === 0 && said.trim() === 'through' ? '' : `ended with ${String(code)}: ${said.trim() || 'not a word'}`),
    )
  })
