/** Facts of the program's own running; never personal data, secrets or message texts. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void
  /** A bug or a fault of the surroundings; `incident` is what the window shows to be looked up here. */
  fault(event: string, fault: unknown, facts?: Readonly<Record<string, string | number | boolean | null>>): void
}
