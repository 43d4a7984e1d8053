import type { HandlerResult, Input } from '@shared/contract'
import { recordId } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import type { PortalProfile } from '@shared/portals/portal-profile'
import { portalProfileOf } from '@shared/portals/portal-profiles'
import { checkProfile } from '@shared/portals/profile-check'
import { differencesBetween } from '@shared/portals/profile-difference'
import type { Acting } from '../ports/acting'
import type { AuditValues } from '../ports/repositories/audit-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import type { Undoing } from './undoing'

export interface PortalService {
  list(): Promise<HandlerResult<'portals.list'>>
  open(input: Input<'portals.open'>): Promise<HandlerResult<'portals.open'>>
  /** What keeps a profile from being taken, field by field, and in what it differs from the one in force. */
  check(input: Input<'portals.check'>): Promise<HandlerResult<'portals.check'>>
  /** A new version, in force at once for every rule; certificates keep the context they were frozen with. */
  save(input: Input<'portals.save'>, acting: Acting): Promise<HandlerResult<'portals.save'>>
  putBack(input: Input<'portals.putBack'>, acting: Acting): Promise<HandlerResult<'portals.putBack'>>
  /** Puts the rules before an edit in force again, as a version of its own. */
  readonly undoing: Undoing
}

/** The values that changed, path by path, as the audit keeps them. */
function changedValues(before: PortalProfile | undefined, after: PortalProfile): { readonly before: AuditValues; readonly after: AuditValues } {
  if (before === undefined) return { before: {}, after: { portal: after.key, name: after.name } }
  const differences = differencesBetween(before, after)
  return {
    before: { portal: after.key, ...Object.fromEntries(differences.map((one) => [one.path, one.before])) },
    after: { portal: after.key, ...Object.fromEntries(differences.map((one) => [one.path, one.after])) },
  }
}

export function createPortalService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): PortalService {
  /** Writes a profile as the next version, with its audit entry. */
  async function write(
    { portals, audit }: Repositories,
    profile: PortalProfile,
    act: { readonly version: number; readonly reason: string; readonly acting: Acting },
  ): Promise<Result<{ readonly version: number; readonly entryId: string | null }, 'reason_missing' | 'stale'>> {
    const before = await portals.find(profile.key)
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(profile)) return ok({ version: act.version, entryId: null })
    const reason = act.reason.trim()
    if (reason === '') return refuse('reason_missing', { field: 'reason' })
    const at = clock.now()
    const version = await portals.addVersion(profile, act.version, { at, by: act.acting.actor, reason })
    if (version === 'stale') return refuse('stale')
    const values = changedValues(before, profile)
    const entry = await audit.append(
      { at, operation: 'portals.save', entity: 'portal', entityId: null, learnerId: null, reason, before: { ...values.before, version: act.version }, after: { ...values.after, version } },
      act.acting,
    )
    return ok({ version, entryId: recordId('audit', entry) })
  }

  /** The rules of an earlier version; 0 is what the console comes with. */
  async function profileOfVersion({ portals }: Repositories, key: string, version: number): Promise<PortalProfile | undefined> {
    if (version === 0) return portalProfileOf(key)
    return (await portals.listVersions(key)).find((one) => one.version === version)?.profile
  }

  return {
    list() {
      return unitOfWork.read(async ({ portals }) => {
        const views = []
        for (const profile of await portals.list()) {
          const shipped = portalProfileOf(profile.key)
          const latest = (await portals.listVersions(profile.key)).at(0)
          views.push({
            key: profile.key,
            name: profile.name,
            zone: profile.zone.value,
            version: latest?.version ?? 0,
            editedAt: latest?.at ?? null,
            editedBy: latest?.by ?? '',
            shipped: shipped !== undefined,
            differences: shipped === undefined ? 0 : differencesBetween(shipped, profile).length,
          })
        }
        return ok({ portals: views })
      })
    },
    open({ key }) {
      return unitOfWork.read(async ({ portals }): Promise<HandlerResult<'portals.open'>> => {
        const profile = await portals.find(key)
        if (profile === undefined) return refuse('not_found')
        const shipped = portalProfileOf(key)
        const versions = await portals.listVersions(key)
        const history = versions.map((one, place) => {
          const former = versions[place + 1]?.profile ?? shipped
          return { version: one.version, at: one.at, by: one.by, reason: one.reason, changed: former === undefined ? [] : differencesBetween(former, one.profile).map(({ path }) => path) }
        })
        return ok({
          profile,
          version: versions[0]?.version ?? 0,
          differences: shipped === undefined ? [] : differencesBetween(shipped, profile).map((one) => ({ ...one })),
          shipped: shipped !== undefined,
          history,
        })
      })
    },
    check({ key, profile: candidate }) {
      return unitOfWork.read(async ({ portals }) => {
        const checked = checkProfile(candidate)
        if (checked.kind === 'bad') return ok({ problems: checked.problems.map((one) => ({ ...one })), differences: [] })
        const present = await portals.find(key)
        return ok({ problems: [], differences: present === undefined ? [] : differencesBetween(present, checked.profile).map((one) => ({ ...one })) })
      })
    },
    save(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'portals.save'>> => {
        const checked = checkProfile(input.profile)
        if (checked.kind === 'bad') {
          const [first] = checked.problems
          return refuse('profile_malformed', { field: first?.field ?? '', facts: { problem: first?.problem ?? '' } })
        }
        // Records name their portal by its key: another key is another portal.
        if (checked.profile.key !== input.key) return refuse('portal_key_fixed', { field: 'key' })
        return write(repositories, checked.profile, { version: input.version, reason: input.reason, acting })
      })
    },
    putBack(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'portals.putBack'>> => {
        const profile = await profileOfVersion(repositories, input.key, input.to)
        return profile === undefined ? refuse('not_found') : write(repositories, profile, { version: input.version, reason: input.reason, acting })
      })
    },
    undoing: {
      operation: 'portals.save',
      async undo(entry, repositories, at) {
        const { portals } = repositories
        const key = String(entry.after.portal)
        const former = await profileOfVersion(repositories, key, Number(entry.before.version))
        const latest = (await portals.listVersions(key)).at(0)
        // A portal that was added stays: learners may already name it.
        if (former === undefined) return refuse('not_undoable')
        if (latest === undefined || latest.version !== entry.after.version) return refuse('later_work_depends')
        const version = await portals.addVersion(former, latest.version, { at, by: entry.actor, reason: `Undo of version ${String(latest.version)}` })
        if (version === 'stale') return refuse('later_work_depends')
        return ok({ entity: 'portal', entityId: null, learnerId: null, before: { ...entry.after }, after: { ...entry.before, version } })
      },
    },
  }
}
