import { STLLoader } from 'three/examples/jsm/loaders/STLLoader.js'
import readerOf, { type OcctMesh } from 'occt-import-js'

export type ModelMesh = {
  position: Float32Array
  normal?: Float32Array
  index?: Uint32Array
  /** Red, green, blue from 0 to 1. */
  color?: [number, number, number]
}
export type ModelAsked = { extension: string; bytes: ArrayBuffer }
export type ModelTold = { meshes: ModelMesh[] } | { failed: string }

function ofStl(bytes: ArrayBuffer): ModelMesh[] {
  const { position, normal } = new STLLoader().parse(bytes).attributes
  return position ? [{ position: position.array as Float32Array, ...(normal ? { normal: normal.array as Float32Array } : {}) }] : []
}

const meshOf = ({ attributes, index, color }: OcctMesh): ModelMesh => ({
  position: Float32Array.from(attributes.position.array),
  ...(attributes.normal ? { normal: Float32Array.from(attributes.normal.array) } : {}),
  index: Uint32Array.from(index.array),
  ...(color ? { color } : {}),
})

/** Lengths come in millimetres, whatever the unit of the file. */
async function ofCad(bytes: ArrayBuffer, extension: string): Promise<ModelMesh[]> {
  const reader = await readerOf({ locateFile: () => '/viewer/occt-import-js.wasm' })
  const read = extension === 'igs' ? reader.ReadIgesFile : reader.ReadStepFile
  const result = read(new Uint8Array(bytes), { linearUnit: 'millimeter' })
  if (!result.success) throw new Error('The file cannot be read')
  return result.meshes.map(meshOf)
}

/** A model is read beside the page: a heavy one can be given up without the page standing still. */
self.onmessage = ({ data }: MessageEvent<ModelAsked>) => {
  const read = async (): Promise<ModelMesh[]> => (data.extension === 'stl' ? ofStl(data.bytes) : ofCad(data.bytes, data.extension))
  read().then(
    (meshes) => self.postMessage({ meshes } satisfies ModelTold),
    (error: unknown) => self.postMessage({ failed: String(error) } satisfies ModelTold),
  )
}
