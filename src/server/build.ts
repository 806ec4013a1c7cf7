import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { built, fingerprint, markFile, root } from './fingerprint.mjs'
import type { Progress } from './progress'
import { spokenWords } from './spokenWords'

const pages = path.join(root, '.next')

/** Builds the pages and the server. `quiet`: what the builder says is only shown when it fails. Throws when the build fails. */
export async function build({ quiet = false }: { quiet?: boolean } = {}): Promise<void> {
  const made = await fingerprint()
  const said: Buffer[] = []
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: root,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
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
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => void said.push(part))
    process.once('exit', () => child.kill()) // nobody waits for it any more
    child.on('close', resolve)
  })
  if (code !== 0) throw new Error(`The build failed\n${Buffer.concat(said).toString()}`.trim())
  await forgetMissingScripts()
  await writeFile(path.join(pages, 'words.json'), JSON.stringify(await spokenWords(path.join(pages, 'static/chunks'))))
  await compileServer()
  await writeFile(markFile, made)
}

type Announced = Record<string, { files: readonly string[] }>

/**
 * The builder has been seen to announce parts of pages by the name of a file that it merged into others (docs/lessons.md). Such a name is not announced: the
 * part is loaded by its right one when it is drawn, and no page asks for a file that is not there.
 */
async function forgetMissingScripts(): Promise<void> {
  const folder = path.join(pages, 'server/app')
  const manifests = (await readdir(folder, { recursive: true })).filter((file) => path.basename(file) === 'react-loadable-manifest.json')
  if (manifests.length === 0) throw new Error(`No page says what it announces in ${folder}`)
  for (const manifest of manifests.map((file) => path.join(folder, file))) {
    const announced = JSON.parse(await readFile(manifest, 'utf8')) as Announced
    const parts = Object.entries(announced)
    const written = parts.map(
      ([part, told]) => [part, { ...told, files: told.files.filter((file) => existsSync(path.join(pages, file))) }] as const,
    )
    if (written.some(([, { files }], at) => files.length < (parts[at]?.[1].files.length ?? 0)))
      await writeFile(manifest, JSON.stringify(Object.fromEntries(written)))
  }
}

/** The server in JavaScript: compiled once, not at every start. Packages stay where they are, so that there is one of each. */
async function compileServer(): Promise<void> {
  const { build: compile } = await import('esbuild')
  await compile({
    absWorkingDir: root,
    entryPoints: { start: 'src/server/start.ts', demo: 'src/server/commands/demo.ts', bench: 'src/server/commands/bench.ts' },
    outdir: '.next/gendan',
    outExtension: { '.js': '.mjs' }, // the folder of the pages says its files are CommonJS
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
  })
}

/** Builds when what is built was made from other sources. A build that runs beside us is waited for. */
export async function buildIfStale({ during }: Progress): Promise<void> {
  const wanted = await fingerprint()
  if ((await built()) === wanted) return
  try {
    await during('Building the pages', () => build({ quiet: true }))
  } catch (error) {
    for (let waited = 0; waited < 10; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      if ((await built()) === wanted) return
    }
    throw error
  }
}
