/** What the settings page says about the program and where its records lie. */
export interface Surroundings {
  readonly dataFolder: string
  readonly version: string
  /** Empty under plain Node. */
  readonly electronVersion: string
  /** Whether the window runs on the fallback runtime. */
  readonly standInRuntime: boolean
  storeBytes(): number
}
