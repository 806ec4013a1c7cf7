import { spawn } from 'node:child_process'

/** Runs the test runner with our settings and ends as it ended. */
export function runJest({ args, environment }: { args: readonly string[]; environment: Readonly<Record<string, string>> }): void {
  const jest = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=64',
      'node_modules/jest/bin/jest.js',
      ...args,
    ],
    { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test', TZ: 'UTC', ...environment } },
  )
  jest.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
