/** Whether a text is a date of the Gregorian calendar: YYYY-MM-DD, YYYY-MM or YYYY. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), match[2], match[3]];
  if (month === undefined) return true;
  const m = Number(month);
  if (m < 1 || m > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(year, m));
}

/** Days of a month, 1 to 12. */
export function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/**
 * Orders dates, earlier first. One without a day or month stands before the dates inside it, so that
 * "2015-08" is not later than any day of that August.
 */
export const compareDates = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
