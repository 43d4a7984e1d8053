/** Who acts, as the audit records it: the window's operator or the command line's `--as`, beside the system's user. */
export interface Acting {
  readonly actor: string
  readonly operatingSystemUser: string
  readonly via: 'window' | 'cli' | 'job'
}
