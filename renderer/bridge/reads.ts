import type { Contract, QueryMethod } from '@shared/contract'

/**
 * Which topics each query reads, for the change signals. A copy of the contract's own `reads`, so that no schema is
 * loaded into the window; the type below makes a difference between the two fail to compile.
 */
export const reads = {
  'desk.status': ['desk', 'learners', 'activities', 'claims', 'messages', 'imports', 'settings'],
  'desk.home': ['desk', 'learners', 'claims', 'messages', 'imports', 'tickets', 'audit', 'checks'],
  'checks.overview': ['checks'],
  'checks.list': ['checks', 'learners', 'activities'],
  'find.search': ['learners', 'activities', 'certificates', 'orders', 'receipts', 'tickets'],
  'activities.list': ['activities', 'claims'],
  'activities.open': ['activities', 'enrolments', 'claims'],
  'learners.list': ['learners', 'claims'],
  'learners.open': ['learners', 'claims', 'certificates', 'enrolments', 'orders', 'receipts', 'messages', 'tickets', 'imports', 'audit'],
  'learners.history': ['audit'],
  'learners.emailOwner': ['learners'],
  'claims.previewCreditChange': ['claims', 'certificates', 'learners', 'activities'],
  'enrolments.progress': ['enrolments', 'activities', 'learners'],
  'learners.namePolicy': ['learners', 'certificates'],
  'learners.previewProfession': ['learners', 'enrolments', 'claims', 'activities'],
  'orders.checkDiscountCode': ['orders', 'learners'],
  'eventCodes.find': ['enrolments', 'activities', 'learners'],
  'exceptions.ofLearner': ['enrolments', 'activities'],
  'exceptions.options': ['enrolments', 'activities', 'claims', 'learners'],
  'paper.previewCreditChange': ['claims', 'certificates', 'learners', 'activities'],
  'diagnosis.ofLearner': ['learners', 'activities', 'enrolments', 'claims', 'certificates', 'settings'],
  'diagnosis.ofActivity': ['learners', 'activities', 'enrolments', 'claims', 'certificates', 'settings'],
  'outbox.list': ['messages', 'settings'],
  'outbox.open': ['messages'],
  'resets.preview': ['messages', 'learners', 'settings'],
  'imports.list': ['imports'],
  'imports.open': ['imports'],
  'imports.refusals': ['imports'],
  'imports.conflicts': ['imports'],
  'portals.list': ['settings'],
  'portals.open': ['settings'],
  'portals.check': ['settings'],
  'settings.read': ['settings'],
  'preferences.read': ['preferences'],
} as const satisfies { [M in QueryMethod]: Contract[M]['reads'] }
