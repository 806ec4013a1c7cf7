import config from '@payload-config'
import type { ReactNode } from 'react'

import { LoginFrame } from '@/src/admin/login/LoginPage'

const Layout = ({ children }: { children: ReactNode }) => <LoginFrame config={config}>{children}</LoginFrame>

export default Layout
