/** A secret made for one hand-over: the text goes into the mail, only the hash is kept. */
export interface ResetSecret {
  readonly text: string
  readonly hash: string
}

export type ResetStyle = 'one_time_link' | 'temporary_password'

export interface ResetSecrets {
  /** A link's token holds enough chance for a plain SHA-256; a password that people type is hashed slowly (scrypt). */
  make(style: ResetStyle): Promise<ResetSecret>
}
