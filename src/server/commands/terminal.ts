/** `--help` on every command: prints and ends, before anything is loaded. */
export function helpWanted(text: string): void {
  if (!process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) return
  console.log(text)
  process.exit(0)
}

/** One line on the error stream and the end, without a stack: the mistake is the caller's. */
export function stopWith(message: string): never {
  console.error(message)
  process.exit(1)
}
