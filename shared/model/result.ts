/** What a user can cause comes back as a value with a declared code; anything else is a bug and is thrown. */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  /** The input field the refusal is about, where one is. */
  readonly field?: string
  /** Facts the sentence shown to a person is filled from. Never personal data that the caller did not send. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>
}

export interface Ok<Value> {
  readonly ok: true
  readonly value: Value
}

export interface Refused<Code extends string = string> {
  readonly ok: false
  readonly error: Refusal<Code>
}

export type Result<Value, Code extends string = string> = Ok<Value> | Refused<Code>

/** A successful answer. */
export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value }
}

/** A refusal with its declared code; `more` names the field and the facts. */
export function refuse<Code extends string>(code: Code, more: Omit<Refusal<Code>, 'code'> = {}): Refused<Code> {
  return { ok: false, error: { code, ...more } }
}
