import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import ts from 'typescript'

const file = 'src/engine/documents/conformance.ts'
const order = 'src/domain/orders/order.ts'

/** Compiles the conformance of the documents with one file of the rules changed, and tells what does not fit. */
function complaints(changed: (source: string) => string): string[] {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', ts.sys.readFile).config, ts.sys, process.cwd())
  const host = ts.createCompilerHost({ ...options, incremental: false })
  const read = host.readFile
  host.readFile = (name) => (name.endsWith(order) ? changed(readFileSync(order, 'utf8')) : read(name))
  const program = ts.createProgram([file], { ...options, incremental: false, noEmit: true }, host)
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

test('as it stands every field of the rules fits its collection', () => {
  expect(complaints((source) => source)).toEqual([])
})

test.each([
  ['another kind', '  qty: number\n', '  qty: string\n', 'lines.qty'],
  ['a field no collection has', '  qty: number\n', '  qty: number\n  quantity: number\n', 'lines.quantity'],
  [
    'a choice the form does not offer',
    "  kind: 'standard' | 'sample' | 'trial'\n",
    "  kind: 'standard' | 'sample' | 'gift'\n",
    'orders.kind',
  ],
])('%s does not compile, and the field is named', (_what, before, after, named) => {
  expect(complaints((source) => source.replace(before, after)).join(' ')).toContain(named)
})
