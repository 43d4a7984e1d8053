import type { HandlerResult, Input } from '@shared/contract'
import { millisecondsOf } from '@shared/model/instant'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import { maskEmail } from '@shared/policy/name-folding'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Acting } from '../ports/acting'
import type { FilledMail } from '../ports/mail-templates'
import type { Learner } from '../ports/repositories/learner-repository'
import type { ResetStyle } from '../ports/reset-secrets'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { newMessageId, readMailSettings, senderOf, type MailSettings } from './mail-settings'
import { holdEnd } from './outbox-service'
import { resetLifetimeMinutes, resetLifetimeWords } from './reset-lifetime'

export interface ResetService {
  /** What would go, where to, and when the last one went, whoever sent it (H9, H11). */
  preview(input: Input<'resets.preview'>): Promise<HandlerResult<'resets.preview'>>
  /**
   * Queues a reset to the account's own address (C3). No secret is made here: that happens at hand-over, and only its
   * hash is kept. Earlier resets of the learner end, and those still waiting do not go.
   */
  send(input: Input<'resets.send'>, acting: Acting): Promise<HandlerResult<'resets.send'>>
}

const secondsBetweenResets = 60

/** A portal that no profile describes gets the safer style: a link that works once. */
const styleOf = (profile: PortalProfile | undefined): ResetStyle => profile?.reset.value.style ?? 'one_time_link'

const templateOf = { one_time_link: 'reset-one-time-link', temporary_password: 'reset-temporary-password' } as const satisfies Record<ResetStyle, string>

/** Where the link leads: as set, else to the portal's own site. */
function linkBaseOf(portal: string, profile: PortalProfile | undefined, settings: MailSettings): string {
  if (settings.linkBase !== '') return settings.linkBase.replaceAll('{portal}', encodeURIComponent(portal))
  return `https://${profile?.provider.web ?? 'localhost'}/reset/`
}

export function createResetService({ unitOfWork, clock, ids, mailTemplates }: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'ids' | 'mailTemplates'>): ResetService {
  function mailTo(learner: Learner, profile: PortalProfile | undefined, settings: MailSettings): FilledMail {
    const style = styleOf(profile)
    return mailTemplates.fill(templateOf[style], {
      portalName: profile?.name ?? learner.portal,
      provider: profile?.provider.name ?? '',
      web: profile?.provider.web ?? '',
      learnerName: `${learner.givenName} ${learner.familyName}`.trim(),
      address: learner.email,
      sender: senderOf(profile, settings).address,
      lifetime: resetLifetimeWords[style],
      junkMinutes: String(profile?.reset.value.lookInJunkAfterMinutes ?? 10),
      linkBase: linkBaseOf(learner.portal, profile, settings),
    })
  }

  async function secondsLeft(learnerId: number, { resets }: Repositories): Promise<number> {
    const last = await resets.findLastOfDesk(learnerId)
    if (last === undefined) return 0
    const passed = (millisecondsOf(clock.now()) - millisecondsOf(last.at)) / 1000
    // A clock that was set back does not lock anybody out.
    return passed < 0 || passed >= secondsBetweenResets ? 0 : Math.ceil(secondsBetweenResets - passed)
  }

  async function endEarlier(learnerId: number, at: string, { resets, outbox }: Repositories): Promise<number> {
    const living = await resets.listLiving(learnerId)
    for (const reset of living) {
      await resets.end(reset.id, at, 'a newer reset took its place')
      const message = await outbox.find(reset.outboxId)
      if (message?.inFlightSince !== null || !['queued', 'held'].includes(message.state)) continue
      const written = await outbox.update(message.id, message.version, { state: 'failed', lastAnswer: 'not sent: a newer reset took its place', heldUntil: null, nextAttemptAt: null })
      if (written === 'stale') throw new Error('a message changed within its own transaction')
    }
    return living.length
  }

  return {
    preview({ learnerId }) {
      return unitOfWork.read(async ({ learners, portals, resets, settings }): Promise<HandlerResult<'resets.preview'>> => {
        const learner = await learners.find(recordNumber('learner', learnerId) ?? -1)
        if (learner === undefined) return refuse('not_found')
        const mailSettings = await readMailSettings(settings)
        const last = await resets.findLast(learner.id)
        const portal = await portals.find(learner.portal)
        const style = styleOf(portal)
        return ok({
          toMasked: maskEmail(learner.email),
          style,
          lifetimeMinutes: resetLifetimeMinutes[style],
          accountStatus: learner.status,
          last: last === undefined ? null : { at: last.at, toMasked: maskEmail(last.to), state: last.state, lastAnswer: last.lastAnswer },
          smtpConfigured: mailSettings.serverUrl !== '',
          // A dialog shows addresses masked, also within the mail; what is queued has the whole one.
          ...mailTo({ ...learner, email: maskEmail(learner.email) }, portal, mailSettings),
        })
      })
    },
    send({ learnerId }, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'resets.send'>> => {
        const { learners, portals, outbox, resets, audit, settings } = repositories
        const learner = await learners.find(recordNumber('learner', learnerId) ?? -1)
        if (learner === undefined) return refuse('not_found')
        if (learner.status === 'closed') return refuse('account_closed')
        const wait = await secondsLeft(learner.id, repositories)
        if (wait > 0) return refuse('reset_too_soon', { facts: { secondsLeft: wait } })
        const at = clock.now()
        const mailSettings = await readMailSettings(settings)
        const portal = await portals.find(learner.portal)
        const style = styleOf(portal)
        const ended = await endEarlier(learner.id, at, repositories)
        const outboxId = await outbox.add({
          learnerId: learner.id,
          kind: 'reset',
          to: learner.email,
          portal: learner.portal,
          ...mailTo(learner, portal, mailSettings),
          state: 'queued',
          messageId: newMessageId(ids, senderOf(portal, mailSettings)),
          createdAt: at,
          createdBy: acting.actor,
          heldUntil: holdEnd(at, mailSettings, acting),
        })
        await resets.add({ learnerId: learner.id, outboxId, style })
        const toMasked = maskEmail(learner.email)
        await audit.append(
          { at, operation: 'resets.send', entity: 'message', entityId: outboxId, learnerId: learner.id, reason: '', before: { livingResets: ended }, after: { to: toMasked, style, state: 'queued', livingResets: 1 } },
          acting,
        )
        return ok({ messageId: recordId('message', outboxId), toMasked, state: 'queued' })
      })
    },
  }
}
