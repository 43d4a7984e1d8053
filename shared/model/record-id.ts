/** Kinds of record and the prefix of their identifiers as they cross the bridge and the command line. */
export const recordPrefixes = {
  learner: 'lrn',
  activity: 'act',
  enrolment: 'enr',
  earnedCredit: 'ern',
  claim: 'clm',
  certificate: 'crt',
  order: 'ord',
  receipt: 'rcp',
  transcript: 'trn',
  ticket: 'tkt',
  session: 'ses',
  package: 'pkg',
  membership: 'mem',
  message: 'msg',
  platformMessage: 'plm',
  import: 'imp',
  refusal: 'ref',
  conflict: 'cnf',
  exception: 'exc',
  audit: 'aud',
  checkRun: 'chk',
  checkFinding: 'fnd',
} as const
export type RecordKind = keyof typeof recordPrefixes

/** The store's number as people and scripts see it: `lrn_12`. */
export function recordId(kind: RecordKind, number: number): string {
  return `${recordPrefixes[kind]}_${String(number)}`
}

/** The store's number behind `lrn_12`; `undefined` when the text is not an identifier of that kind. */
export function recordNumber(kind: RecordKind, id: string): number | undefined {
  const match = /^([a-z]{3})_(\d{1,15})$/.exec(id)
  return match?.[1] === recordPrefixes[kind] ? Number(match[2]) : undefined
}
