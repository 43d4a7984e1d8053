import type { HandlerResult } from '@shared/contract'
import type { HomeRowView } from '@shared/contract/desk'
import { addDays, fromDayNumber, toDayNumber, type CivilDate } from '@shared/model/civil-date'
import { civilDateIn, endOfDayIn, type Instant } from '@shared/model/instant'
import { recordId, type RecordKind } from '@shared/model/record-id'
import { ok } from '@shared/model/result'
import { maskEmail } from '@shared/policy/name-folding'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Acting } from '../ports/acting'
import type { Span, WaitingRow } from '../ports/repositories/desk-status-repository'
import type { ServicePorts } from '../ports/service-ports'
import { deskStartedSetting } from './import-opening'

export interface DeskStatusService {
  /** What the shell shows on every page: is there a desk, whose, what waits, what the portals' clocks say. */
  status(acting: Acting): Promise<HandlerResult<'desk.status'>>
  /** The home page: figures, what waits, what fails, what was done last, six weeks of claims. */
  home(): Promise<HandlerResult<'desk.home'>>
}

const listLength = 20
const weeks = 6

const recordKinds = { ticket: 'ticket', mail: 'message', conflict: 'conflict', flagged: null, import: 'import', finding: 'checkFinding' } as const satisfies Record<HomeRowView['kind'], RecordKind | null>

function rowView({ email, learnerId, recordId: record, ...row }: WaitingRow): HomeRowView {
  const kind = recordKinds[row.kind]
  return {
    ...row,
    who: row.who || (email === '' ? '' : maskEmail(email)),
    learnerId: learnerId === null ? null : recordId('learner', learnerId),
    recordId: kind === null ? null : recordId(kind, record),
  }
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

function clockView(profile: PortalProfile): { key: string; name: string; shortName: string; zone: string; opensMinute: number; closesMinute: number; weekdays: number[] } {
  const hours = profile.officeHours.value
  return { key: profile.key, name: profile.name, shortName: profile.shortName, zone: profile.zone.value, opensMinute: minutesOf(hours.opensAt), closesMinute: minutesOf(hours.closesAt), weekdays: [...hours.weekdays] }
}

/** The Monday of a day's week. */
export function weekOf(day: CivilDate): CivilDate {
  const number = toDayNumber(day)
  return fromDayNumber(number - ((((number + 3) % 7) + 7) % 7))
}

const startOfDay = (day: CivilDate, zone: string): Instant => endOfDayIn(addDays(day, -1), zone)

/** The last weeks up to today, oldest first, each from its Monday in the zone. */
function lastWeeks(today: CivilDate, zone: string): readonly { weekOf: CivilDate; span: Span }[] {
  const monday = weekOf(today)
  return Array.from({ length: weeks }, (_, index) => {
    const start = addDays(monday, (index - weeks + 1) * 7)
    return { weekOf: start, span: { from: startOfDay(start, zone), before: startOfDay(addDays(start, 7), zone) } }
  })
}

export function createDeskStatusService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): DeskStatusService {
  return {
    status(acting) {
      return unitOfWork.read(async ({ deskStatus, settings, portals }) => {
        const [counts, lastImport, started, name, lastBackupAt] = [
          await deskStatus.counts(),
          await deskStatus.lastImport(),
          await settings.find(deskStartedSetting),
          await settings.find('desk.name'),
          await settings.find('backup.lastAt'),
        ]
        const { learners, activities, claims, mailWaiting, mailFailed, drafts, openConflicts } = counts
        return ok({
          started: started !== undefined || learners > 0,
          sample: started === 'sample',
          name: name ?? (started === 'sample' ? 'Sample desk' : 'CME Desk'),
          operator: acting.actor,
          now: clock.now(),
          clockIsFixed: clock.standsStill === true,
          learners,
          activities,
          claims,
          mailWaiting,
          mailFailed,
          drafts,
          openConflicts,
          lastImport: lastImport === undefined ? null : { ...lastImport, id: recordId('import', lastImport.id) },
          lastBackupAt: lastBackupAt ?? null,
          portals: (await portals.list()).map(clockView),
        })
      })
    },
    home() {
      return unitOfWork.read(async ({ deskStatus, portals }) => {
        // Weeks and days are the first portal's: one desk, one calendar.
        const zone = (await portals.list())[0]?.zone.value ?? 'UTC'
        const today = civilDateIn(clock.now(), zone)
        const counts = await deskStatus.counts()
        const claimsByWeek = []
        for (const week of lastWeeks(today, zone)) {
          claimsByWeek.push({ weekOf: week.weekOf, claims: await deskStatus.countClaims(week.span), corrections: await deskStatus.countCorrections(week.span) })
        }
        const failing = await deskStatus.listFailing(listLength)
        return ok({
          figures: {
            ticketsWaiting: counts.tickets,
            ticketsWithoutLearner: counts.ticketsWithoutLearner,
            mailWaiting: counts.mailWaiting,
            failing: counts.mailFailed + counts.checkFindings + failing.filter((row) => row.kind === 'import').length,
            drafts: counts.drafts,
            conflicts: counts.openConflicts,
            flagged: counts.flagged,
            checkFindings: counts.checkFindings,
            claimsThisWeek: claimsByWeek.at(-1)?.claims ?? 0,
            correctionsToday: await deskStatus.countCorrections({ from: startOfDay(today, zone), before: startOfDay(addDays(today, 1), zone) }),
          },
          waiting: (await deskStatus.listWaiting(listLength)).map(rowView),
          failing: failing.map(rowView),
          recent: (await deskStatus.listRecent(listLength)).map(rowView),
          claimsByWeek,
        })
      })
    },
  }
}
