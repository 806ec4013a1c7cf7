import * as THREE from 'three'
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js'

import type { ModelMesh } from './readModel'

export type Side = 'front' | 'top' | 'right' | 'corner'

/** From where the model is looked at; z is up, as in CAD. */
const sides: Readonly<Record<Side, readonly [number, number, number]>> = {
  front: [0, -1, 0],
  top: [0, 0, 1],
  right: [1, 0, 0],
  corner: [1, -1, 0.8],
}

const steel = new THREE.Color('#9aa7b4')

/** Black parts are shown in dark grey: on black no edge and no shade can be seen. */
function materialOf(color: readonly [number, number, number] | null | undefined): THREE.Material {
  const shown = color ? new THREE.Color(Math.max(0.08, color[0]), Math.max(0.08, color[1]), Math.max(0.08, color[2])) : steel
  return new THREE.MeshStandardMaterial({ color: shown, roughness: 0.65, metalness: 0.1, side: THREE.DoubleSide })
}

function solidOf(mesh: ModelMesh): { solid: THREE.Mesh; edges: THREE.LineSegments } {
  const geometry = new THREE.BufferGeometry()
  geometry.setAttribute('position', new THREE.BufferAttribute(mesh.position, 3))
  if (mesh.index) geometry.setIndex(new THREE.BufferAttribute(mesh.index, 1))
  if (mesh.normal) geometry.setAttribute('normal', new THREE.BufferAttribute(mesh.normal, 3))
  else geometry.computeVertexNormals()
  const edges = new THREE.LineSegments(new THREE.EdgesGeometry(geometry, 25), new THREE.LineBasicMaterial({ color: '#1d2530' }))
  const coloured = mesh.faces?.some(({ color }) => color !== null) ? mesh.faces : null
  coloured?.forEach(({ first, last }, at) => geometry.addGroup(first * 3, (last - first + 1) * 3, at))
  const material = coloured ? coloured.map(({ color }) => materialOf(color ?? mesh.color)) : materialOf(mesh.color)
  return { solid: new THREE.Mesh(geometry, material), edges }
}

export type ModelScene = {
  /** Extent along x, y and z, in the unit of the file (millimetres for STEP and IGES). */
  size: { x: number; y: number; z: number }
  look: (side: Side) => void
  showEdges: (shown: boolean) => void
  close: () => void
}

/** Draws the meshes into the element and lets the mouse turn, move and zoom them. */
export function showModel(element: HTMLElement, meshes: readonly ModelMesh[]): ModelScene {
  const renderer = new THREE.WebGLRenderer({ antialias: true })
  renderer.setPixelRatio(Math.min(2, window.devicePixelRatio))
  element.append(renderer.domElement)
  const scene = new THREE.Scene()
  scene.background = new THREE.Color('#f4f6f8')
  const model = new THREE.Group()
  const lines = new THREE.Group()
  for (const mesh of meshes) {
    const { solid, edges } = solidOf(mesh)
    model.add(solid)
    lines.add(edges)
  }
  scene.add(model, lines)
  const box = new THREE.Box3().setFromObject(model)
  const centre = box.getCenter(new THREE.Vector3())
  const radius = Math.max(1e-6, box.getSize(new THREE.Vector3()).length() / 2)
  const camera = new THREE.PerspectiveCamera(35, 1, radius / 100, radius * 100)
  camera.up.set(0, 0, 1)
  const lamp = new THREE.DirectionalLight('#ffffff', 2)
  camera.add(lamp)
  scene.add(camera, new THREE.HemisphereLight('#ffffff', '#8a8f98', 1.6))
  const controls = new OrbitControls(camera, renderer.domElement)
  const draw = (): void => renderer.render(scene, camera)
  controls.addEventListener('change', draw)
  const look = (side: Side): void => {
    const from = new THREE.Vector3(...sides[side]).normalize()
    // straight from above, the up axis would be the line of sight
    camera.up.set(0, side === 'top' ? 1 : 0, side === 'top' ? 0 : 1)
    camera.position.copy(centre).addScaledVector(from, (radius / Math.sin((camera.fov * Math.PI) / 360)) * 1.1)
    controls.target.copy(centre)
    controls.update()
    draw()
  }
  const fill = (): void => {
    const { clientWidth, clientHeight } = element
    renderer.setSize(clientWidth, clientHeight)
    camera.aspect = clientWidth / Math.max(1, clientHeight)
    camera.updateProjectionMatrix()
    draw()
  }
  const watch = new ResizeObserver(fill)
  watch.observe(element)
  fill()
  look('corner')
  return {
    size: box.getSize(new THREE.Vector3()),
    look,
    showEdges: (shown) => {
      lines.visible = shown
      draw()
    },
    close: () => {
      watch.disconnect()
      controls.dispose()
      scene.traverse((object) => {
        if (object instanceof THREE.Mesh || object instanceof THREE.LineSegments) {
          object.geometry.dispose()
          for (const material of [object.material].flat() as THREE.Material[]) material.dispose()
        }
      })
      renderer.dispose()
      renderer.forceContextLoss()
      renderer.domElement.remove()
    },
  }
}
