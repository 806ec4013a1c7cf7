const globals = new URL('./globals.mjs', import.meta.url).href
const nothing = new URL('./nothing.mjs', import.meta.url).href

/** The runner's own words come from its globals; styles and pictures are the bundler's and nothing to a test. */
export const resolve = (specifier, context, next) => {
  if (specifier === '@jest/globals') return { url: globals, format: 'module', shortCircuit: true }
  if (/\.(css|scss|svg)$/.test(specifier)) return { url: nothing, format: 'module', shortCircuit: true }
  return next(specifier, context)
}
