import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok, refuse } from '@shared/model/result'
import { createOutboxJob, type OutboxJob } from '../../../main/jobs/outbox-job'
import { createOutboxService, type OutboxService } from '../../../main/services/outbox-service'
import { openMailDesk, removeFolder, seededFolder, valueOf, type MailDesk } from '../../support/mail-desk'
import { openSmtpSink, type SmtpSink } from '../../support/smtp-sink'

const ada = { externalId: 'L-1', email: 'ada.okafor@clinic.example' }

describe('the outbox in the background', () => {
  let sink: SmtpSink
  let folder: string
  let desk: MailDesk
  let job: OutboxJob | undefined

  beforeEach(async () => {
    sink = await openSmtpSink()
    folder = await seededFolder([ada])
    desk = await openMailDesk(folder)
    valueOf(await desk.services.settings.write({ key: 'smtp.url', value: sink.url }, desk.acting))
  })
  afterEach(async () => {
    await job?.stop()
    await desk.close()
    await sink.close()
    await removeFolder(folder)
  })

  /** A message with attachments, queued as another service would within its own transaction. */
  async function queue(attachments: readonly string[]): Promise<string> {
    const added = await desk.ports.unitOfWork.run(async ({ outbox }) =>
      ok(
        await outbox.add({
          learnerId: 1,
          kind: 'certificate',
          to: ada.email,
          portal: 'haymarket-mycme',
          subject: 'Your certificate',
          body: 'It is attached.',
          attachments,
          state: 'queued',
          messageId: `${desk.ports.ids.uuid()}@desk.example`,
          createdAt: desk.ports.clock.now(),
          createdBy: 'Dana Whitfield',
        }),
      ),
    )
    return `msg_${String(valueOf(added))}`
  }

  const withAttachments = (): OutboxService =>
    createOutboxService({
      ...desk.ports,
      attachmentOf: (number) => Promise.resolve(number === 'CRT-1' ? ok({ fileName: 'CRT-1.pdf', bytes: new TextEncoder().encode('%PDF certificate one') }) : refuse('not_found')),
    })

  it('hands over what comes in, with nobody asking', async () => {
    job = createOutboxJob({ outbox: desk.services.outbox, log: desk.ports.log, operatingSystemUser: 'dana', everyMilliseconds: 20 })
    await job.start()
    valueOf(await desk.services.resets.send({ learnerId: 'lrn_1' }, desk.acting))
    await sink.untilReceived(1)
    await job.stop()
    expect(valueOf(await desk.services.outbox.open({ id: 'msg_1' })).state).toBe('handed_over')
    const history = valueOf(await desk.services.history.ofLearner({ id: 'lrn_1', offset: 0, limit: 1 }))
    expect(history.entries[0]).toMatchObject({ operation: 'outbox.handOver', actor: 'outbox', via: 'job' })
  })

  it('sends a message once though several ask at once', async () => {
    await queue([])
    const { outbox } = desk.services
    const rounds = await Promise.all([outbox.sendNow(desk.acting), outbox.sendNow(desk.acting), outbox.sendNow(desk.acting)])
    expect(rounds.map((round) => valueOf(round).handedOver)).toEqual([1, 0, 0])
    expect(sink.received).toHaveLength(1)
  })

  it('attaches the bytes by number', async () => {
    await queue(['CRT-1'])
    expect(valueOf(await withAttachments().sendNow(desk.acting)).handedOver).toBe(1)
    expect(sink.received[0]?.raw).toContain('filename=CRT-1.pdf')
    expect(sink.received[0]?.raw).toContain(Buffer.from('%PDF certificate one').toString('base64'))
  })

  it('sends no message whose attachment is not there', async () => {
    const id = await queue(['CRT-1', 'CRT-2'])
    expect(valueOf(await withAttachments().sendNow(desk.acting))).toEqual({ handedOver: 0, failed: 1, waiting: 0 })
    expect(valueOf(await desk.services.outbox.open({ id }))).toMatchObject({ state: 'failed', attempts: 0, lastAnswer: expect.stringContaining('CRT-2') as string })
    expect(sink.received).toEqual([])
  })
})
