/** A run of triangles of one face of the solid, with its own colour where the drawing gives one. */
type Face = { first: number; last: number; color: [number, number, number] | null }

export type ModelMesh = {
  position: Float32Array
  normal?: Float32Array
  index?: Uint32Array
  /** Red, green, blue from 0 to 1. */
  color?: [number, number, number]
  faces?: Face[]
}

/** What the worker of occt-import-js answers. */
type OcctMesh = {
  color?: [number, number, number]
  brep_faces?: Face[]
  attributes: { position: { array: number[] }; normal?: { array: number[] } }
  index: { array: number[] }
}
type OcctAnswer = { success: boolean; meshes?: OcctMesh[] }

/** A model that takes longer is downloaded instead; milliseconds. */
const patience = 60_000

const meshOf = ({ attributes, index, color, brep_faces: faces }: OcctMesh): ModelMesh => ({
  position: Float32Array.from(attributes.position.array),
  ...(attributes.normal ? { normal: Float32Array.from(attributes.normal.array) } : {}),
  index: Uint32Array.from(index.array),
  ...(color ? { color } : {}),
  ...(faces ? { faces } : {}),
})

async function ofStl(bytes: Uint8Array<ArrayBuffer>): Promise<ModelMesh[]> {
  const { STLLoader } = await import('three/examples/jsm/loaders/STLLoader.js')
  const { position, normal } = new STLLoader().parse(bytes.buffer).attributes
  return position ? [{ position: position.array as Float32Array, ...(normal ? { normal: normal.array as Float32Array } : {}) }] : []
}

/** STEP and IGES are read beside the page, which stays quick; the reader is ended with `left` or when patience is over. */
function ofCad(bytes: Uint8Array<ArrayBuffer>, format: 'step' | 'iges', left: AbortSignal): Promise<ModelMesh[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker('/viewer/occt-import-js-worker.js')
    const end = (): void => {
      clearTimeout(timer)
      worker.terminate()
    }
    const fail = (reason: string): void => {
      end()
      reject(new Error(reason))
    }
    const timer = setTimeout(() => fail('The model takes too long'), patience)
    left.addEventListener('abort', end)
    worker.onerror = ({ message }) => fail(message)
    worker.onmessage = ({ data }: MessageEvent<OcctAnswer>) => {
      if (!data.success) return fail('The file cannot be read')
      end()
      resolve((data.meshes ?? []).map(meshOf))
    }
    worker.postMessage({ format, buffer: bytes, params: { linearUnit: 'millimeter' } })
  })
}

/** The surfaces of a model; lengths in millimetres for STEP and IGES, in the file's own unit for STL. Throws when it cannot be read. */
export const readModel = (bytes: Uint8Array<ArrayBuffer>, extension: string, left: AbortSignal): Promise<ModelMesh[]> =>
  extension === 'stl' ? ofStl(bytes) : ofCad(bytes, extension === 'igs' ? 'iges' : 'step', left)
