/* What a person types, as numbers and days: Khmer or Latin digits, thousands separators; what could mean two things is refused.
   Each reader returns {value} or {fault}, the name of a sentence. Money is in hundredths. */

const LARGEST_AMOUNT = 1e12;
const MOST_PAYMENTS = 600;

/* Khmer digits as Latin ones, one kind of minus and of blank, no sign of a currency. */
function simplified(text) {
  return text
    .replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0))
    .replace(/[\u2212\u2013\u2014]/g, "-")
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replace(/[\u00a0\u2000-\u200a\u202f\t]/g, " ")
    .replace(/[\u17db$\u0e3f]/g, "")
    .trim();
}

/* A plain decimal of an unsigned number with or without separators, or a fault. */
function unsignedOf(text, mostDecimals) {
  if (/^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(text) || /^\d{1,3}( \d{3})+(\.\d{1,2})?$/.test(text)) {
    return { value: text.replace(/[, ]/g, "") };
  }
  const plain = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!plain) {
    return { fault: /^[\d.,' ]+$/.test(text) ? "ambiguous" : "not_number" };
  }
  const decimals = (plain[2] || "").length;
  if (decimals === 3 && plain[1].length <= 3 && plain[1][0] !== "0") {
    return { fault: "ambiguous" };
  }
  return decimals > mostDecimals ? { fault: "too_fine" } : { value: text };
}

/* An amount above 0, in hundredths. */
function amountOf(typed) {
  const found = unsignedOf(simplified(typed), 2);
  if (found.fault) {
    return simplified(typed)[0] === "-" ? { fault: "not_positive" } : found;
  }
  const value = Math.round(Number(found.value + "e2"));
  return value === 0 ? { fault: "not_positive" } : value > 100 * LARGEST_AMOUNT ? { fault: "too_large" } : { value: value };
}

/* An amount received (plus, or no sign) or paid (minus), in hundredths; more decimals than two are kept. */
function flowOf(typed) {
  const text = simplified(typed);
  const sign = /^[+-]/.test(text) ? text[0] : "+";
  const found = unsignedOf(text.replace(/^[+-]\s*/, ""), 15);
  if (found.fault) {
    return found;
  }
  const value = Number(found.value + "e2");
  return value > 100 * LARGEST_AMOUNT ? { fault: "too_large" } : { value: sign === "-" ? -value : value };
}

function countOf(typed) {
  const text = simplified(typed);
  if (!/^\d+$/.test(text) || Number(text) < 1) {
    return { fault: "not_count" };
  }
  return Number(text) > MOST_PAYMENTS ? { fault: "too_many" } : { value: Number(text) };
}

/* A percentage as it is written in a contract. */
function percentOf(typed) {
  const text = simplified(typed).replace(/\s*%$/, "");
  if (/^\d+,\d+$/.test(text)) {
    return { fault: "ambiguous_percent" };
  }
  return /^\d{1,4}(\.\d{1,6})?$/.test(text) ? { value: Number(text) } : { fault: "not_percent" };
}

/* A day, year first (2020-12-31) or day first (31/12/2020), as its number. */
function dayTyped(typed) {
  const text = simplified(typed);
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (!yearFirst && !dayFirst) {
    return { fault: "not_day" };
  }
  const parts = yearFirst ? [yearFirst[1], yearFirst[2], yearFirst[3]] : [dayFirst[3], dayFirst[2], dayFirst[1]];
  const year = Number(parts[0]);
  if (year < 1900 || year > 2199) {
    return { fault: "not_year" };
  }
  const value = dayOf(year, Number(parts[1]), Number(parts[2]));
  return value === null ? { fault: "no_such_day" } : { value: value };
}
