/* The rate of return of a row of flows and how many there are: the definitions of prakas.facts.solver, whose docstring
   says why they hold. In x = ln(1 + e) a flow is worth a e^(-t x); roots are looked for between -99 % and 100,000,000 %. */

const OK = "ok";
const NONE = "none";
const SEVERAL = "several";
const LOWEST = Math.log(0.01);
const HIGHEST = Math.log1p(1e6);
const USUAL = Math.log1p(0.2);
const EPSILON = 2.220446049250313e-16;
const LONGEST = 1e5;
const LARGEST = 1e100;
const MOST_KINDS = 8;

/* Rising times and the amounts, those of one time added up and none of them 0; null where a value is beyond all loans. */
function ordered(years, amounts) {
  const at = [];
  for (let k = 0; k < years.length; k++) {
    if (!(Math.abs(years[k]) <= LONGEST && Math.abs(amounts[k]) <= LARGEST)) {
      return null;
    }
    at.push(k);
  }
  at.sort((a, b) => years[a] - years[b] || a - b);
  const times = [];
  const sums = [];
  at.forEach((k) => {
    if (times.length && times[times.length - 1] === years[k]) {
      sums[sums.length - 1] += amounts[k];
    } else {
      times.push(years[k]);
      sums.push(amounts[k]);
    }
  });
  const kept = times.map((_, k) => k).filter((k) => sums[k] !== 0);
  return { times: kept.map((k) => times[k]), amounts: kept.map((k) => sums[k]) };
}

function signChanges(amounts) {
  let changes = 0;
  let split = 0;
  for (let k = 1; k < amounts.length; k++) {
    if (amounts[k] > 0 !== amounts[k - 1] > 0) {
      changes += 1;
      split = changes === 1 ? k : split;
    }
  }
  return { changes: changes, split: split };
}

/* The gap before each time by its kind: monthly flows have four kinds, so four powers of e serve them all. */
function linksBetween(times) {
  const kinds = [0];
  const lengths = [];
  for (let k = 1; k < times.length; k++) {
    const gap = times[k] - times[k - 1];
    const most = Math.min(lengths.length, MOST_KINDS);
    let kind = 0;
    while (kind < most && Math.abs(lengths[kind] - gap) > 3e-14) {
      kind += 1;
    }
    if (kind === most) {
      kind = lengths.length;
      lengths.push(gap);
    }
    kinds.push(kind);
  }
  return { kinds: kinds, lengths: lengths, factors: lengths.slice() };
}

/* Worth of the flows [first, after) at the time of the first (else the last) one, their mean time, its variance. */
function moments(links, times, amounts, first, after, isForward) {
  let total = 0;
  let moment = 0;
  let square = 0;
  let factor = 1;
  const origin = isForward ? times[first] : times[after - 1];
  for (let step = 0; step < after - first; step++) {
    const k = isForward ? first + step : after - 1 - step;
    if (step > 0) {
      factor *= links.factors[links.kinds[isForward ? k : k + 1]];
    }
    const part = amounts[k] * factor;
    const time = times[k] - origin;
    total += part;
    moment += part * time;
    square += part * time * time;
  }
  const mean = moment / total;
  return { total: total, mean: mean + origin, variance: square / total - mean * mean };
}

/* x and a status for rising times and one sign change, at split: Halley's steps in a bracket that shrinks. */
function singleRoot(times, amounts, split, start) {
  let low = LOWEST;
  let high = HIGHEST;
  let isLowSeen = false;
  let isHighSeen = false;
  let before = Infinity;
  let x = Math.min(Math.max(start, LOWEST), HIGHEST);
  const last = times.length - 1;
  const span = times[last] - times[0];
  const links = linksBetween(times);
  for (let turn = 0; turn < 200; turn++) {
    for (let kind = 0; kind < links.lengths.length; kind++) {
      links.factors[kind] = Math.exp(-Math.abs(x) * links.lengths[kind]);
    }
    const isForward = x >= 0;
    const early = moments(links, times, amounts, 0, split, isForward);
    const late = moments(links, times, amounts, split, times.length, isForward);
    const apart = isForward ? times[split] - times[0] : times[last] - times[split - 1];
    const gap = Math.log(-late.total / early.total) - x * apart;
    const slope = early.mean - late.mean;
    if ((gap > 0 && x >= HIGHEST) || (gap < 0 && x <= LOWEST)) {
      const isAtEnd = Math.abs(gap) <= 8 * EPSILON * (1 + times.length + Math.abs(x) * span);
      return isAtEnd ? { x: x, status: OK } : { x: NaN, status: NONE };
    }
    const newton = -gap / slope;
    const step = newton / (1 + (0.5 * newton * (late.variance - early.variance)) / slope);
    let following = x + step;
    if (Math.abs(newton) * Math.max(span, 1e-2) < 3e-5 && LOWEST <= following && following <= HIGHEST) {
      return { x: following, status: OK };
    }
    if (gap > 0) {
      low = x;
      isLowSeen = true;
    } else {
      high = x;
      isHighSeen = true;
    }
    if (!(low < following && following < high && Math.abs(step) <= 0.5 * before)) {
      if (gap > 0 && !isHighSeen) {
        following = HIGHEST;
      } else if (gap < 0 && !isLowSeen) {
        following = LOWEST;
      } else {
        following = 0.5 * (low + high);
      }
    }
    if (following === x) {
      break;
    }
    before = Math.abs(following - x);
    x = following;
  }
  return { x: x, status: OK };
}

/* Worth of all flows at the time pivot, its derivative, and a bound on its rounding; the sums lose nothing (Neumaier). */
function worth(times, amounts, pivot, x) {
  let total = 0;
  let lost = 0;
  let slope = 0;
  let error = 0;
  for (let k = 0; k < times.length; k++) {
    const exponent = pivot - times[k];
    const part = amounts[k] * Math.exp(exponent * x);
    const sum = total + part;
    lost += Math.abs(total) >= Math.abs(part) ? total - sum + part : part - sum + total;
    total = sum;
    slope += part * exponent;
    error += Math.abs(part) * (4 + Math.abs(exponent * x) + times.length);
  }
  return { value: total + lost, slope: slope, error: EPSILON * error };
}

function pivotFor(times, x) {
  return x >= 0 ? times[0] : times[times.length - 1];
}

function slopeBounds(times, amounts, pivot, low, high) {
  let least = 0;
  let most = 0;
  let error = 0;
  for (let k = 0; k < times.length; k++) {
    const exponent = pivot - times[k];
    const atLow = Math.exp(exponent * low);
    const atHigh = Math.exp(exponent * high);
    const small = Math.min(atLow, atHigh);
    const large = Math.max(atLow, atHigh);
    const bottom = exponent * (exponent > 0 ? small : large);
    const top = exponent * (exponent > 0 ? large : small);
    least += amounts[k] * (amounts[k] > 0 ? bottom : top);
    most += amounts[k] * (amounts[k] > 0 ? top : bottom);
    error += Math.abs(amounts[k]) * Math.max(Math.abs(bottom), Math.abs(top));
  }
  error *= EPSILON * (8 + times.length);
  return { least: least - error, most: most + error };
}

/* The sign of the worth at x; 0 where rounding could have made it. */
function signAt(times, amounts, x) {
  const found = worth(times, amounts, pivotFor(times, x), x);
  return Math.abs(found.value) <= found.error ? 0 : found.value > 0 ? 1 : -1;
}

/* The place between low and high where the worth, of opposite signs there, is zero. */
function polished(times, amounts, lowEnd, highEnd, signLow) {
  let low = lowEnd;
  let high = highEnd;
  let x = 0.5 * (low + high);
  let before = high - low;
  for (let turn = 0; turn < 200; turn++) {
    const found = worth(times, amounts, pivotFor(times, x), x);
    if (found.value === 0) {
      break;
    }
    if (found.value > 0 === signLow > 0) {
      low = x;
    } else {
      high = x;
    }
    const step = -found.value / found.slope;
    let following = x + step;
    if (!(low < following && following < high && Math.abs(step) <= 0.5 * before)) {
      following = 0.5 * (low + high);
    }
    before = Math.abs(following - x);
    x = following;
    if (before <= 2 * EPSILON * Math.max(Math.abs(x), 1e-3)) {
      break;
    }
  }
  return x;
}

/* x and a status for flows with two sign changes, through the one turning point of e^(tau x) f(x). */
function twoChanges(times, amounts, split) {
  const others = [];
  const derived = [];
  for (let k = 0; k < times.length; k++) {
    if (k !== split) {
      others.push(times[k]);
      derived.push(amounts[k] * (times[split] - times[k]));
    }
  }
  const turning = singleRoot(others, derived, signChanges(derived).split, 0);
  const places = [LOWEST, turning.status === OK ? turning.x : LOWEST, HIGHEST];
  const signs = places.map((place) => signAt(times, amounts, place));
  if (turning.status === OK && signs[1] === 0) {
    return { x: NaN, status: SEVERAL };
  }
  let root = NaN;
  let count = 0;
  for (let k = 0; k < 2; k++) {
    if (signs[2 * k] === 0) {
      root = places[2 * k];
      count += 1;
    }
    if (signs[k] * signs[k + 1] < 0) {
      root = polished(times, amounts, places[k], places[k + 1], signs[k]);
      count += 1;
    }
  }
  return count === 1 ? { x: root, status: OK } : { x: NaN, status: count ? SEVERAL : NONE };
}

/* A place at the end of a range where the sign shows, that sign (0: nowhere), and whether the end itself is a root. */
function settledEnd(times, amounts, end, other) {
  let sign = signAt(times, amounts, end);
  const isRoot = sign === 0;
  let inward = 1e-12 * (other - end);
  let place = end;
  while (sign === 0 && Math.abs(place - end) < 0.5 * Math.abs(other - end)) {
    place += inward;
    inward *= 2;
    sign = signAt(times, amounts, place);
  }
  return { place: place, sign: sign, isRoot: isRoot };
}

/* A place inside a piece where the sign shows, its middle or beside it, and that sign (0: nowhere). */
function divide(times, amounts, low, high) {
  for (let part = 0.5; part > 0.05; part *= 0.9) {
    const place = low + part * (high - low);
    const sign = signAt(times, amounts, place);
    if (sign !== 0) {
      return { place: place, sign: sign };
    }
  }
  return { place: NaN, sign: 0 };
}

/* The roots of any flows and a status: pieces of the range are halved until each is shown to hold none or one; the search
   stops when two are sure. */
function halving(times, amounts, lowest, highest) {
  const roots = [];
  const start = settledEnd(times, amounts, lowest, highest);
  const end = settledEnd(times, amounts, highest, lowest);
  if (start.isRoot) {
    roots.push(lowest);
  }
  if (end.isRoot) {
    roots.push(highest);
  }
  let isTouching = false;
  let crossings = start.sign * end.sign < 0 ? 1 : 0;
  const waiting = start.sign * end.sign === 0 ? [] : [[start.place, end.place, start.sign, end.sign]];
  while (waiting.length && waiting.length < 510 && roots.length < 510 && roots.length + crossings <= 1 && !isTouching) {
    const piece = waiting.pop();
    const low = piece[0];
    const high = piece[1];
    const isCrossing = piece[2] !== piece[3];
    crossings -= isCrossing ? 1 : 0;
    const middle = 0.5 * (low + high);
    const pivot = pivotFor(times, middle);
    const found = worth(times, amounts, pivot, middle);
    const bounds = slopeBounds(times, amounts, pivot, low, high);
    if (bounds.least > 0 || bounds.most < 0) {
      if (isCrossing) {
        roots.push(polished(times, amounts, low, high, piece[2]));
      }
      continue;
    }
    const reach = 0.5 * (high - low) * Math.max(Math.abs(bounds.least), Math.abs(bounds.most));
    if (!isCrossing && Math.abs(found.value) > reach + found.error) {
      continue;
    }
    const cut = divide(times, amounts, low, high);
    if (reach <= found.error || cut.sign === 0 || !(low < cut.place && cut.place < high)) {
      isTouching = true;
      roots.push(middle);
      continue;
    }
    crossings += (piece[2] !== cut.sign ? 1 : 0) + (cut.sign !== piece[3] ? 1 : 0);
    waiting.push([low, cut.place, piece[2], cut.sign], [cut.place, high, cut.sign, piece[3]]);
  }
  const isSeveral = isTouching || roots.length + crossings > 1 || waiting.length >= 510;
  return { x: roots[0], status: isSeveral ? SEVERAL : roots.length === 1 ? OK : NONE };
}

/* x and a status of any flows; of several roots a single one at or above zero is the one. */
function searched(times, amounts) {
  const whole = halving(times, amounts, LOWEST, HIGHEST);
  if (whole.status !== SEVERAL) {
    return whole;
  }
  const above = halving(times, amounts, 0, HIGHEST);
  return above.status === OK ? above : { x: NaN, status: SEVERAL };
}

/* One Newton step with sums that lose nothing: the place where the worth is zero, to about the last bit. */
function settled(times, amounts, x) {
  const found = worth(times, amounts, pivotFor(times, x), x);
  const step = found.value / found.slope;
  const following = x - step;
  return Math.abs(step) < 1e-9 && LOWEST <= following && following <= HIGHEST ? following : x;
}

/* x = ln(1 + e) and a status, sum of amounts e^(-years x) = 0. A guess saves steps and never changes which root is found. */
function rootOf(years, amounts, guess) {
  const flows = ordered(years, amounts);
  if (flows === null || flows.times.length < 2) {
    return { x: NaN, status: NONE };
  }
  const sign = signChanges(flows.amounts);
  let found = { x: NaN, status: NONE };
  if (sign.changes === 1) {
    found = singleRoot(flows.times, flows.amounts, sign.split, guess === undefined ? USUAL : guess);
  } else if (sign.changes === 2) {
    found = twoChanges(flows.times, flows.amounts, sign.split);
  } else if (sign.changes > 2) {
    found = { x: NaN, status: SEVERAL };
  }
  if (found.status === SEVERAL) {
    found = searched(flows.times, flows.amounts);
  }
  return found.status === OK ? { x: settled(flows.times, flows.amounts, found.x), status: OK } : found;
}

function effectivePercent(x) {
  return 100 * Math.expm1(x);
}

/* 12 x ((1 + e)^(1/12) - 1), in percent; by way of e, as the program does, so that both round alike. */
function nominalPercent(x) {
  return 1200 * Math.expm1(Math.log1p(Math.expm1(x)) / 12);
}

/* The worth at year 0 under a nominal annual rate in percent. */
function presentValue(years, amounts, nominal) {
  const growth = 12 * Math.log1p(nominal / 1200);
  return years.reduce((total, year, k) => total + amounts[k] * Math.exp(-growth * year), 0);
}
