import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const mark = path.join(root, '.next/gendan-fingerprint')
const sources = ['collections', 'hooks', 'reports', 'src', 'payload.config.ts', 'next.config.mjs', 'tsconfig.json', 'package-lock.json']

/** Of what the build is made from, by content: a fresh clone or a touched file does not count as a change. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    const at = path.join(root, source)
    const inside = await readdir(at, { recursive: true }).catch(() => null)
    const files = inside ? inside.map((name) => path.join(at, name)).sort() : [at]
    for (const file of files.filter((name) => /\.(tsx?|mjs|js|css|json)$/.test(name) && !/\.spec\.tsx?$/.test(name))) {
      hash.update(path.relative(root, file)).update(await readFile(file).catch(() => ''))
    }
  }
  return hash.digest('hex')
}

const built = () => readFile(mark, 'utf8').catch(() => '')

/** Builds the pages. Throws when the build fails. */
export async function build(): Promise<void> {
  const made = await fingerprint()
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // no database and no secret are needed to build, and none shall end up in what is built
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        PAYLOAD_SECRET: 'only while building',
        DATABASE_URL: '',
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --conditions=production`.trim(),
      },
    })
    child.on('exit', resolve)
  })
  if (code !== 0) throw new Error('The build failed')
  await writeFile(mark, made)
}

/** Builds when what the pages are made from has changed since the last build. A build that runs beside us is waited for. */
export async function buildIfStale({ say }: { say: (line: string) => void }): Promise<void> {
  const wanted = await fingerprint()
  if ((await built()) === wanted) return
  say('Building the pages, this takes a minute …')
  try {
    await build()
  } catch (error) {
    for (let waited = 0; waited < 10; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      if ((await built()) === wanted) return
    }
    throw error
  }
}
