/** The package brings no types of its own. */
declare module 'occt-import-js' {
  export type OcctMesh = {
    name: string
    color?: [number, number, number]
    attributes: { position: { array: number[] }; normal?: { array: number[] } }
    index: { array: number[] }
  }
  type Result = { success: boolean; meshes: OcctMesh[] }
  type Params = { linearUnit?: 'millimeter' | 'centimeter' | 'meter' | 'inch' | 'foot' } | null
  type Read = (content: Uint8Array, params: Params) => Result
  const readerOf: (options?: { locateFile?: (name: string) => string }) => Promise<{
    ReadStepFile: Read
    ReadIgesFile: Read
    ReadBrepFile: Read
  }>
  export default readerOf
}
