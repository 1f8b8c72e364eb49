/* How numbers are printed: half up on the decimal digits themselves, groups of three, Latin digits. */

/* A finite number as a plain decimal, without exponent: the shortest that stands for it. */
function plainText(number) {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number));
  const digits = found[2] + (found[3] || "");
  const point = found[2].length + Number(found[4] || 0);
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const rest = point > 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  return found[1] + whole + (rest ? "." + rest : "");
}

/* A plain decimal with so many decimals, half up (away from 0), no minus before a zero. */
function halfUp(text, places) {
  const isBelow = text[0] === "-";
  const parts = text.replace("-", "").split(".");
  const rest = (parts[1] || "").padEnd(places + 1, "0");
  const digits = (parts[0] + rest.slice(0, places)).split("").map(Number);
  if (Number(rest[places]) >= 5) {
    let at = digits.length - 1;
    while (at >= 0 && digits[at] === 9) {
      digits[at] = 0;
      at -= 1;
    }
    if (at >= 0) {
      digits[at] += 1;
    } else {
      digits.unshift(1);
    }
  }
  const all = digits.join("");
  const whole = all.slice(0, all.length - places);
  const shown = places ? whole + "." + all.slice(all.length - places) : whole;
  return isBelow && /[1-9]/.test(shown) ? "-" + shown : shown;
}

/* A rate as `prakas rate` prints it, nine decimals. */
function ninePlaces(percent) {
  return halfUp(plainText(percent), 9);
}

/* A rate with fewer decimals: what `prakas rate` prints, rounded half up. */
function rateText(percent, places) {
  return grouped(halfUp(ninePlaces(percent), places));
}

/* Billionths of a percent, as rates are compared. */
function nano(percent) {
  return Math.floor(percent * 1e9 + 0.5);
}

function grouped(text) {
  const parts = text.split(".");
  return parts[0].replace(/\B(?=(\d{3})+(?!\d))/g, ",") + (parts[1] ? "." + parts[1] : "");
}

/* Hundredths as money: whole riel, else two decimals; a fraction of zeros is left out. */
function moneyText(hundredths, currency) {
  const places = currency === MADE.base ? 0 : 2;
  return grouped(halfUp(plainText(hundredths / 100), places).replace(/\.00$/, ""));
}
