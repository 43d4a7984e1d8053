import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import GroupOutlined from '@mui/icons-material/GroupOutlined'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import LanguageOutlined from '@mui/icons-material/LanguageOutlined'
import MoveToInboxOutlined from '@mui/icons-material/MoveToInboxOutlined'
import PersonOutlined from '@mui/icons-material/PersonOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import { lazy, type ComponentType } from 'react'
import type { PageProps, TabKind } from '../bridge/navigation'
import { HomePage } from '../features/home/HomePage'

/** A place of the rail; a record's tab lights the place it belongs to. */
export type Place = 'home' | 'tickets' | 'learners' | 'activities' | 'outbox' | 'imports' | 'checks' | 'settings'

/** A kind of page: where it belongs, its sign, what it is called until it says better, and what draws it. */
export interface Route {
  readonly place: Place
  readonly icon: SvgIconComponent
  readonly title: string
  readonly Page: ComponentType<PageProps>
}

const ActivitiesPage = lazy(async () => ({ default: (await import('../features/activities/ActivitiesPage')).ActivitiesPage }))
const ActivityPage = lazy(async () => ({ default: (await import('../features/activities/ActivityPage')).ActivityPage }))
const ChecksPage = lazy(async () => ({ default: (await import('../features/checks/ChecksPage')).ChecksPage }))
const ImportPage = lazy(async () => ({ default: (await import('../features/imports/ImportPage')).ImportPage }))
const ImportsPage = lazy(async () => ({ default: (await import('../features/imports/ImportsPage')).ImportsPage }))
const LearnersPage = lazy(async () => ({ default: (await import('../features/learners-list/LearnersPage')).LearnersPage }))
const fetchLearnerPage = async (): Promise<{ default: ComponentType<PageProps> }> => ({ default: (await import('../features/learners/LearnerPage')).LearnerPage })
const LearnerPage = lazy(fetchLearnerPage)
const OutboxPage = lazy(async () => ({ default: (await import('../features/outbox/OutboxPage')).OutboxPage }))
const PortalPage = lazy(async () => ({ default: (await import('../features/settings/PortalPage')).PortalPage }))
const TicketsPage = lazy(async () => ({ default: (await import('../features/tickets/TicketsPage')).TicketsPage }))
const SettingsPage = lazy(async () => ({ default: (await import('../features/settings/SettingsPage')).SettingsPage }))

/**
 * Every kind of tab and its page. Features know nothing of each other: they open a tab by its kind, and here it is
 * said what draws that kind. The first screen's page is bundled, the others are fetched when first opened.
 */
export const routes: Readonly<Partial<Record<TabKind, Route>>> = {
  home: { place: 'home', icon: HomeOutlined, title: 'Home', Page: HomePage },
  tickets: { place: 'tickets', icon: ConfirmationNumberOutlined, title: 'Tickets', Page: TicketsPage },
  learners: { place: 'learners', icon: GroupOutlined, title: 'Learners', Page: LearnersPage },
  activities: { place: 'activities', icon: MenuBookOutlined, title: 'Activities', Page: ActivitiesPage },
  activity: { place: 'activities', icon: MenuBookOutlined, title: 'Activity', Page: ActivityPage },
  imports: { place: 'imports', icon: UploadFileOutlined, title: 'Imports', Page: ImportsPage },
  import: { place: 'imports', icon: UploadFileOutlined, title: 'Import', Page: ImportPage },
  checks: { place: 'checks', icon: FactCheckOutlined, title: 'Checks', Page: ChecksPage },
  learner: { place: 'learners', icon: PersonOutlined, title: 'Learner', Page: LearnerPage },
  outbox: { place: 'outbox', icon: MoveToInboxOutlined, title: 'Outbox', Page: OutboxPage },
  portal: { place: 'settings', icon: LanguageOutlined, title: 'Portal', Page: PortalPage },
  settings: { place: 'settings', icon: SettingsOutlined, title: 'Settings', Page: SettingsPage },
}

/** Fetches the record's page while nobody waits: it is the one that is opened next. */
export function fetchLikelyPages(): () => void {
  const idle = window.requestIdleCallback(() => void fetchLearnerPage(), { timeout: 3000 })
  return () => window.cancelIdleCallback(idle)
}

/** The places of the rail, top to bottom. */
export const places: readonly Place[] = ['home', 'tickets', 'learners', 'activities', 'outbox', 'imports', 'checks']
