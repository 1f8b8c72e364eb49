/* Days and calendar months as whole numbers (days since 1970-01-01): the definitions of prakas.facts.calendar. */

function dayNumber(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const shifted = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * shifted + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function calendarDate(number) {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - Math.floor((153 * part + 2) / 5) + 1 };
}

function monthLength(year, month) {
  return month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/* The same day number so many months later, clipped to the month's end. */
function addMonths(number, months) {
  const date = calendarDate(number);
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayNumber(year, month, Math.min(date.day, monthLength(year, month)));
}

function wholeMonths(start, end) {
  const a = calendarDate(start);
  const b = calendarDate(end);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return addMonths(start, months) > end ? months - 1 : months;
}

function yearsByDays(start, end) {
  return (end - start) / 365;
}

function yearsByMonths(start, end) {
  const months = wholeMonths(start, end);
  return months / 12 + (end - addMonths(start, months)) / 365;
}

function isoText(number) {
  const date = calendarDate(number);
  return String(date.year).padStart(4, "0") + "-" + String(date.month).padStart(2, "0") + "-" + String(date.day).padStart(2, "0");
}

/* The number of a day written 2020-06-30, or null. */
function isoDay(text) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/* The number of a day of the calendar, or null where there is no such day. */
function dayOf(year, month, day) {
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) {
    return null;
  }
  return dayNumber(year, month, day);
}
