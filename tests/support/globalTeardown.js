export default async function globalTeardown() {
  await globalThis.gendanTestServer?.stop()
}
