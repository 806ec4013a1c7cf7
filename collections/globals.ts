import type { GlobalConfig } from 'payload'

import { availabilitySettings } from './settings/availabilitySettings'
import { company } from './settings/company'
import { controlSettings } from './settings/controlSettings'
import { creditSettings } from './settings/creditSettings'
import { notificationSettings } from './settings/notificationSettings'
import { orderSettings } from './settings/orderSettings'
import { pricingSettings } from './settings/pricingSettings'
import { sampleSettings } from './settings/sampleSettings'
import { securitySettings } from './settings/securitySettings'

/** Settings, in the order of the menu. */
export const globals: GlobalConfig[] = [
  company,
  pricingSettings,
  availabilitySettings,
  creditSettings,
  orderSettings,
  controlSettings,
  sampleSettings,
  notificationSettings,
  securitySettings,
]
