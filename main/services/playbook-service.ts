import type { HandlerResult, Input } from '@shared/contract'
import type { PlaybookAnswer, PlaybookLine } from '@shared/contract/playbooks'
import { civilDateIn } from '@shared/model/instant'
import { recordId } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import { maskEmail } from '@shared/policy/name-folding'
import { branchFor, fill, replyOf, type FilledPiece, type Greeted } from '@shared/playbooks/answering'
import { factLabels } from '@shared/playbooks/fact-names'
import { factsOf } from '@shared/playbooks/facts'
import type { Branch, Playbook } from '@shared/playbooks/playbook'
import type { PlaybookSubject } from '@shared/playbooks/playbook-subject'
import { playbookOf } from '@shared/playbooks/playbooks'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { newMessageId, readMailSettings, senderOf } from './mail-settings'
import { chooseSubject, diagnosedLearner, readAskedRecord, readPortalSubject, readSubject, type AskedRecord, type Chosen } from './playbook-reading'
import type { Undoing } from './undoing'

export interface PlaybookService {
  /** Playbooks that fit a question, best first; for a blank one those asked most. Only those for the portal, where one is given. */
  search(input: Input<'playbooks.search'>): HandlerResult<'playbooks.search'>
  /** Reads the record, says which answer applies and why, what can be done, and drafts the reply. */
  ask(input: Input<'playbooks.ask'>, acting: Acting): Promise<HandlerResult<'playbooks.ask'>>
  /** Puts the drafted reply into the outbox, to the address of the account; `stale` when the record no longer says what was shown. */
  draftReply(input: Input<'playbooks.draftReply'>, acting: Acting): Promise<HandlerResult<'playbooks.draftReply'>>
  readonly undoing: Undoing
}

/** What is offered before anything is typed. */
const askedMost = ['claiming.why_no_certificate', 'certificates.wrong_type', 'certificates.where', 'certificates.change_name', 'sign_in.forgot_password', 'purchases.receipt', 'meetings.event_code', 'claiming.after_months', 'classroom.how_long', 'accrual.until_when', 'reporting.acpe_statement', 'reporting.moc_points']

const mostChoices = 200

function lineOf({ id, title, family, kind, rows, portals }: Playbook): PlaybookLine {
  return { id, title, family, kind, rows: [...rows], portals: portals === 'any' ? [] : [...portals] }
}

function serves(playbook: Playbook, portal: string): boolean {
  return playbook.portals === 'any' || playbook.portals.includes(portal)
}

function piecesOf(pieces: readonly FilledPiece[]): { text: string; fact: string | null }[] {
  return pieces.map(({ text, fact }) => ({ text, fact: fact === null ? null : factLabels[fact] }))
}

/** What of the record the question could be about instead. */
function choicesOf({ record }: AskedRecord, about: Playbook['about'], zone: string): PlaybookAnswer['about']['choices'] {
  if (about === 'account') return []
  if (about === 'order') return record.orders.slice(0, mostChoices).map((order) => ({ id: recordId('order', order.id), name: order.externalId, detail: civilDateIn(order.placedAt, zone) }))
  const titles = new Map(record.enrolments.map((enrolment) => [enrolment.activityId, enrolment] as const))
  return [...titles.values()].slice(0, mostChoices).map((enrolment) => ({ id: recordId('activity', enrolment.activityId), name: enrolment.activityTitle, detail: enrolment.activityExternalId }))
}

/** The certificate goes along where the branch says so, it is one of ours, and the portal keeps paper at all (P14: none is mailed). */
function attachmentsOf(branch: Branch, subject: PlaybookSubject): string[] {
  const certificate = subject.claim?.certificate ?? null
  if (branch.attaches === undefined || certificate === null || subject.portal.certificateUnit.value === 'external_record') return []
  return [certificate.number]
}

interface Given {
  readonly view: PlaybookAnswer
  readonly asked: AskedRecord | undefined
  readonly portal: PortalProfile
}

function answerView(playbook: Playbook, subject: PlaybookSubject, chosen: Chosen | undefined, asked: AskedRecord | undefined, actor: string): NonNullable<PlaybookAnswer['answer']> {
  const facts = factsOf(subject)
  const findings = subject.diagnosis?.findings ?? []
  const { branch, at } = branchFor(playbook, facts, findings.map((finding) => finding.code))
  const decided = branch.when.flatMap((condition) => ('finding' in condition ? condition.finding : 'found' in condition ? condition.found : []))
  const learner = asked?.record.learner
  const greeted: Greeted | null = learner ?? null
  const reply = replyOf(playbook, branch, facts, { greeted, signedBy: actor })
  const target = branch.act === 'open_other_record' ? otherRecordId(subject) : undefined
  return {
    branch: at + 1,
    branches: playbook.branches.length,
    finding: findings.find((finding) => decided.includes(finding.code))?.code ?? null,
    says: piecesOf(fill(branch.says, facts)),
    evidence: branch.evidence.flatMap((name) => {
      const label = Object.entries(factLabels).find(([known]) => known === name)?.[1]
      const fact = [...facts].find(([known]) => known === name)?.[1]
      return label === undefined ? [] : [{ fact: name, label, value: fact?.words ?? null, record: fact?.source.record ?? '' }]
    }),
    act:
      branch.act === null || asked === undefined
        ? null
        : {
            act: branch.act,
            learnerId: target ?? recordId('learner', asked.facts.learnerId),
            activityId: chosen?.activity === null || chosen === undefined ? null : recordId('activity', chosen.activity),
            claimId: chosen?.claim == null ? null : recordId('claim', chosen.claim.id),
            certificateNumber: subject.claim?.certificate?.number ?? null,
            orderNumber: subject.order?.externalId ?? null,
          },
    reply: { subject: reply.subject, paragraphs: reply.paragraphs.map(piecesOf), text: reply.text, attachments: attachmentsOf(branch, subject) },
  }
}

/** The other record a diagnosis points at. */
function otherRecordId({ diagnosis }: PlaybookSubject): string | undefined {
  return diagnosis?.findings.find((finding) => finding.code === 'wrong_email')?.evidence.find((evidence) => evidence.recordKind === 'learner')?.record
}

/** Takes the draft back while it is one and nobody edited it. */
const undoing: Undoing = {
  operation: 'playbooks.draftReply',
  async undo(entry, { outbox }) {
    const draft = await outbox.find(entry.entityId ?? -1)
    if (draft?.state !== 'draft' || draft.version !== 1 || !(await outbox.removeDraft(draft.id, draft.version))) return refuse('later_work_depends')
    return ok({ entity: 'message', entityId: entry.entityId, learnerId: entry.learnerId, before: { ...entry.after }, after: { state: 'taken back, never sent' } })
  },
}

export function createPlaybookService({ unitOfWork, clock, ids, playbookIndex }: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'ids' | 'playbookIndex'>): PlaybookService {
  async function portalFor(playbook: Playbook, wanted: string | undefined, { portals }: Repositories): Promise<PortalProfile | undefined> {
    const key = wanted ?? (playbook.portals === 'any' ? undefined : playbook.portals[0])
    return key === undefined ? (await portals.list())[0] : portals.find(key)
  }

  async function give(repositories: Repositories, input: Input<'playbooks.ask'>, acting: Acting): Promise<Result<Given, 'not_found' | 'playbook_not_for_portal'>> {
    const playbook = playbookOf(input.playbookId)
    if (playbook === undefined) return refuse('not_found', { field: 'playbookId' })
    const now = clock.now()
    if (input.learnerId === undefined) {
      const portal = await portalFor(playbook, input.portal, repositories)
      if (portal === undefined) return refuse('not_found', { field: 'portal' })
      if (!serves(playbook, portal.key)) return refuse('playbook_not_for_portal', { field: 'portal', facts: { portal: portal.name } })
      const needsLearner = playbook.kind === 'record'
      const subject = await readPortalSubject(repositories, playbook, portal, now)
      const answer = needsLearner ? null : answerView(playbook, subject, undefined, undefined, acting.actor)
      const view: PlaybookAnswer = { playbook: lineOf(playbook), portal: { key: portal.key, name: portal.name }, learner: null, about: { kind: playbook.about, chosen: null, choices: [] }, needsLearner, answer }
      return ok({ view, asked: undefined, portal })
    }
    const asked = await readAskedRecord(repositories, input.learnerId)
    if (asked === undefined) return refuse('not_found', { field: 'learnerId' })
    const { portal, learner } = asked.record
    if (portal === undefined) return refuse('not_found', { field: 'portal' })
    if (!serves(playbook, portal.key)) return refuse('playbook_not_for_portal', { field: 'playbookId', facts: { portal: portal.name } })
    const chosen = chooseSubject(asked, playbook, input.aboutId, diagnosedLearner(asked, now))
    const subject = await readSubject(repositories, playbook, asked, chosen, now)
    if (subject === undefined) return refuse('not_found', { field: 'aboutId' })
    const about = playbook.about === 'order' ? chosen.order : chosen.activity
    const view: PlaybookAnswer = {
      playbook: lineOf(playbook),
      portal: { key: portal.key, name: portal.name },
      learner: { id: input.learnerId, name: `${learner.givenName} ${learner.familyName}`.trim(), emailMasked: maskEmail(learner.email) },
      about: {
        kind: playbook.about,
        chosen: about === null ? null : typeof about === 'number' ? recordId('activity', about) : recordId('order', about.id),
        choices: choicesOf(asked, playbook.about, portal.zone.value),
      },
      needsLearner: false,
      answer: answerView(playbook, subject, chosen, asked, acting.actor),
    }
    return ok({ view, asked, portal })
  }

  return {
    search({ text, portal, limit }) {
      const fits = (playbook: Playbook | undefined): playbook is Playbook => playbook !== undefined && (portal === undefined || serves(playbook, portal))
      const found = text.trim() === '' ? askedMost : playbookIndex.search(text).map((hit) => hit.id)
      return ok({ hits: found.map(playbookOf).filter(fits).slice(0, limit).map(lineOf) })
    },
    ask: (input, acting) =>
      unitOfWork.read(async (repositories): Promise<HandlerResult<'playbooks.ask'>> => {
        const given = await give(repositories, input, acting)
        return given.ok ? ok(given.value.view) : given
      }),
    draftReply: ({ shown, ...input }, acting) =>
      unitOfWork.run(async (repositories): Promise<HandlerResult<'playbooks.draftReply'>> => {
        const given = await give(repositories, input, acting)
        if (!given.ok) return given
        const { view, asked, portal } = given.value
        const { answer } = view
        if (answer === null || asked === undefined) return refuse('not_found', { field: 'learnerId' })
        if (answer.reply.text !== shown) return refuse('stale')
        const { outbox, audit, settings } = repositories
        const { learner } = asked.record
        const at = clock.now()
        const { subject, text: body, attachments } = answer.reply
        const messageId = newMessageId(ids, senderOf(portal, await readMailSettings(settings)))
        const draft = await outbox.add({ learnerId: learner.id, kind: 'other', to: learner.email, portal: portal.key, subject, body, attachments, state: 'draft', messageId, createdAt: at, createdBy: acting.actor })
        const toMasked = maskEmail(learner.email)
        const entryId = await audit.append(
          {
            at,
            operation: undoing.operation,
            entity: 'message',
            entityId: draft,
            learnerId: learner.id,
            reason: '',
            before: {},
            after: { to: toMasked, subject, question: view.playbook.title, rows: view.playbook.rows.join(', '), branch: answer.branch, attachments, state: 'draft' },
          },
          acting,
        )
        return ok({ draftId: recordId('message', draft), toMasked, entryId: recordId('audit', entryId) })
      }),
    undoing,
  }
}
