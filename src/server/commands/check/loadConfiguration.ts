/** Loads the configuration and prints when it is through; nothing else ends with that word. */
const { default: configuration } = await import('@payload-config')
await configuration
console.log('through')
process.exit(0)

export {}
