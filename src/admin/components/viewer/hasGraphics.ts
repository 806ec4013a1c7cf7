/** Whether this browser draws with WebGL, which drawings and models need. */
export const hasGraphics = (): boolean => document.createElement('canvas').getContext('webgl2') !== null
