import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'

/** What every process of the runner starts with: our sources as they are, on the packages' production side (docs/lessons.md). */
const options = [
  '--conditions=production',
  '--import=tsx',
  `--import=${pathToFileURL('tests/support/runner/register.mjs').href}`,
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=64',
]

/** Runs the test runner with our settings and ends as it ended. */
export function runJest({ args, environment }: { args: readonly string[]; environment: Readonly<Record<string, string>> }): void {
  const jest = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test', TZ: 'UTC', NODE_OPTIONS: options.join(' '), ...environment },
  })
  jest.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
