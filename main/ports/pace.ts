/** The speed of work, apart from the calendar: how long something takes, and letting others have their turn. */
export interface Pace {
  /** Milliseconds since some fixed moment; only differences mean something. */
  milliseconds(): number
  /** Lets waiting reads and events go first. */
  giveWay(): Promise<void>
}
