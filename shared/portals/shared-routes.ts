import type { ReportRoute } from './portal-profile'

/** CPE Monitor takes ACPE credit from every provider, within 60 days of participation (domain 3.1). */
export const cpeMonitorRoute = {
  creditTypes: ['acpe'],
  professions: [],
  body: 'cpe_monitor',
  due: { kind: 'days_after', days: 60, anchor: 'participation' },
  from: null,
  to: null,
  rows: ['3.1', 'S42', 'S43'],
  newerFact: null,
} as const satisfies ReportRoute
