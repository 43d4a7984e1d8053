import type { Input } from '@shared/contract'
import type { LearnerStatus, Profession } from '@shared/model/field-codes'
import type { Learner } from './api'

/** The edit form's values: texts as typed; lists as one text; masked values empty until somebody types a new one. */
export interface LearnerForm {
  givenName: string
  familyName: string
  certificateName: string
  credentials: string
  email: string
  alternateEmails: string
  profession: Profession
  specialty: string
  npi: string
  nabpEprofileId: string
  birthMonthDay: string
  licenceState: string
  licenceNumber: string
  board: string
  boardId: string
  newsletters: string
  status: LearnerStatus
  reason: string
}

/** The record as the form shows it first. */
export function formOf(learner: Learner): LearnerForm {
  return {
    givenName: learner.givenName,
    familyName: learner.familyName,
    certificateName: learner.certificateName,
    credentials: learner.credentials,
    email: learner.email,
    alternateEmails: learner.alternateEmails.join('; '),
    profession: learner.profession,
    specialty: learner.specialty,
    npi: learner.npi,
    nabpEprofileId: learner.nabpEprofileId,
    birthMonthDay: '',
    licenceState: learner.licenceState,
    licenceNumber: '',
    board: learner.board,
    boardId: learner.boardId,
    newsletters: learner.newsletters.join('; '),
    status: learner.status,
    reason: '',
  }
}

const listOf = (text: string): string[] =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** What differs from the record; a masked field left empty is not a change. */
export function changesOf(form: LearnerForm, learner: Learner): Input<'learners.edit'>['changes'] {
  const first = formOf(learner)
  const texts = ['givenName', 'familyName', 'certificateName', 'credentials', 'email', 'specialty', 'npi', 'nabpEprofileId', 'birthMonthDay', 'licenceState', 'licenceNumber', 'board', 'boardId'] as const
  const changed = texts.filter((field) => form[field] !== first[field]).map((field) => [field, form[field]] as const)
  return {
    ...Object.fromEntries(changed),
    ...(form.alternateEmails === first.alternateEmails ? {} : { alternateEmails: listOf(form.alternateEmails) }),
    ...(form.newsletters === first.newsletters ? {} : { newsletters: listOf(form.newsletters) }),
    ...(form.profession === first.profession ? {} : { profession: form.profession }),
    ...(form.status === first.status ? {} : { status: form.status }),
  }
}
