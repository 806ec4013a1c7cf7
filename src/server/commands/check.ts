import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

/**
 * `npm run check`: everything that can be said about the tree without running it. All steps run, two at a time where there are two
 * cores, each prints whether it passed and what it found; exits with 1 when one did not.
 */

/** `figures` are told whether it passed or not: what the house wants to see fall, or stay at none. */
type Step = { name: string; command: readonly string[]; figures?: (output: string) => string }

const count = (output: string, pattern: RegExp): number => output.match(pattern)?.length ?? 0

/** The compiler written in Go; the one beside it is there for tools that ask it questions. */
const compiler = '../typescript-7/bin/tsc'

/** Slowest first, so that the two lanes end together. */
const steps: readonly Step[] = [
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'types', command: [compiler, '--noEmit'] },
  { name: 'promises', command: ['oxlint', '--type-aware'] },
  { name: 'configuration loads', command: ['tsx', 'src/server/commands/checkLoading.ts'] },
  {
    name: 'generated files',
    command: ['tsx', 'src/server/commands/checkGenerated.ts'],
    figures: (output) => /^landed migrations.*$/m.exec(output)?.[0] ?? 'landed migrations: not looked at',
  },
  {
    name: 'boundaries',
    command: ['depcruise', '--config', '.dependency-cruiser.js', 'payload.config.ts', 'collections', 'hooks', 'reports', 'src'],
    figures: (output) =>
      `imports up or aside: ${count(output, /error (?!no-cycles)[\w-]+:/g)}; circles, types included: ${count(output, /error no-cycles:/g)}`,
  },
  { name: 'formatting', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'dead code', command: ['knip', '--no-progress', '--no-config-hints'] },
  {
    name: 'figures',
    command: ['tsx', 'src/server/commands/checkFigures.ts'],
    figures: (output) => output.match(/^\S.*: \d.*$|^statements.*$/gm)?.join('\n       ') ?? 'not counted',
  },
  { name: 'migrations', command: ['tsx', 'src/server/commands/checkMigrations.ts'], figures: (output) => output.split('\n', 1)[0] ?? '' },
  { name: 'release', command: ['tsx', 'src/server/commands/checkRelease.ts'], figures: (output) => output.split('\n', 1)[0] ?? '' },
  { name: 'packages', command: ['tsx', 'src/server/commands/checkPackages.ts'], figures: (output) => output.split('\n', 1)[0] ?? '' },
  // what only specs use is a rule that nobody wired in
  {
    name: 'unwired rules',
    command: ['knip', '--production', '--include', 'files,exports,types', '--no-progress', '--no-config-hints'],
    figures: (output) => `exports and files that only specs use: ${count(output, /:\d+:\d+|\.tsx?$/gm)}`,
  },
]

const help = `npm run check [-- <step> …]

Steps: ${steps.map((step) => step.name).join(', ')}. Without arguments all of them.`

const run = ({ command }: Step) =>
  new Promise<{ passed: boolean; output: string }>((resolve) => {
    const [tool, ...args] = command
    const child = spawn(`node_modules/.bin/${tool}`, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ passed: false, output: error.message }))
    child.on('close', (code) => resolve({ passed: code === 0, output: Buffer.concat(chunks).toString().trim() }))
  })

const asked = process.argv.slice(2)
if (asked.includes('--help')) {
  console.log(help)
  process.exit(0)
}

const waiting = asked.length === 0 ? [...steps] : steps.filter((step) => asked.includes(step.name))
if (waiting.length === 0) {
  console.error(help)
  process.exit(1)
}

const failed: string[] = []
const figures: string[] = []
const lane = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const started = performance.now()
    const { passed, output } = await run(step)
    const seconds = Math.ceil((performance.now() - started) / 1000)
    if (step.figures) figures.push(step.figures(output))
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`)
    if (!passed) failed.push(step.name)
    if (output && (!passed || step.name === 'lint')) console.log(`${output}\n`)
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane))
for (const line of figures.sort()) console.log(`       ${line}`)
console.log(failed.length === 0 ? 'check passed' : `check FAILED: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
