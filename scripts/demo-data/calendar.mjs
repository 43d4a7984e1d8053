const day = 86_400_000

/** Days and moments of the records, counted from the clock they are made for. */
export class Calendar {
  /** @param {string} now an instant with an offset or Z */
  constructor(now) {
    this.now = Date.parse(now)
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', year: 'numeric', month: '2-digit', day: '2-digit' }).format(this.now)
    this.today = Date.parse(`${parts}T00:00:00Z`)
  }

  /** @param {number} days before today when negative @returns {string} YYYY-MM-DD */
  date(days) {
    return new Date(this.today + days * day).toISOString().slice(0, 10)
  }

  /** @param {number} days @param {string} [time] @returns {string} at that hour of the eastern winter clock */
  at(days, time = '15:00') {
    return `${this.date(days)}T${time}:00-05:00`
  }

  /** @param {string} date @returns {number} days from today */
  daysTo(date) {
    return Math.round((Date.parse(`${date}T00:00:00Z`) - this.today) / day)
  }
}
