import { DxfViewer } from 'dxf-viewer'

// large drawings are parsed beside the page, which stays quick
DxfViewer.SetupWorker()
