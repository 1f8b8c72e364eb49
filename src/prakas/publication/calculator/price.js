/* The price of a loan: its flows, its rates on both clocks, what lies beyond a ceiling; a range while something is not known.
   Definitions: prakas.facts.price and prakas.facts.conventions. Amounts in hundredths, plus = received, days as numbers. */

const STEPS = {
  day: { days: 1 },
  week: { days: 7 },
  two_weeks: { days: 14 },
  month: { months: 1 },
  quarter: { months: 3 },
  half_year: { months: 6 },
  year: { months: 12 },
};
const CYCLE_START = dayNumber(2017, 1, 1);
const CYCLE_DAYS = 1461; // four years with one leap day: every way the days of months can follow each other

function dueDay(terms, start, k) {
  const step = STEPS[terms.every];
  const regular = (from, steps) => (step.months ? addMonths(from, step.months * steps) : from + step.days * steps);
  if (terms.first === null || terms.first === regular(start, 1)) {
    return regular(start, k);
  }
  return regular(terms.first, k - 1);
}

/* The days on which the loan may have begun: the day that was told, or one for every way months can follow each other. */
function starts(terms) {
  if (terms.received !== null) {
    return [terms.received];
  }
  const found = [];
  for (let day = CYCLE_START; day < CYCLE_START + CYCLE_DAYS; day++) {
    const number = calendarDate(day).day;
    if (STEPS[terms.every].days || number === 1 || number > 28) {
      found.push(day); // the 1st to the 28th of a month lie equally many days from the same day of later months
    }
  }
  return found;
}

/* A payment more or less by a rounding, which is never more than a tenth of it. */
function changed(amount, change) {
  const most = amount / 10;
  return amount + Math.max(-most, Math.min(most, change));
}

function payments(terms, start, change) {
  const flows = [];
  for (let k = 1; k <= terms.count; k++) {
    const amount = k === terms.count && terms.last !== null ? terms.last : terms.payment;
    flows.push({ day: dueDay(terms, start, k), amount: -changed(amount, change) });
  }
  return flows;
}

/* Flows with everything that was told; `change` is added to every payment, `saving` is when savings come back. */
function allInFlows(terms, start, change, saving) {
  if (terms.table) {
    return terms.table.map((flow) => ({ day: flow.day, amount: flow.amount < 0 ? -changed(-flow.amount, change) : flow.amount }));
  }
  const flows = [{ day: start, amount: terms.cash }].concat(payments(terms, start, change));
  if (terms.fee !== null) {
    flows.push({ day: terms.feeOn === null ? start : Math.max(start, terms.feeOn), amount: -terms.fee });
  }
  if (terms.savingAmount !== null && saving !== "never") {
    const back = saving === "last" ? dueDay(terms, start, terms.count) : terms.savingOn;
    flows.push({ day: Math.max(start, back), amount: terms.savingAmount });
  }
  return flows;
}

/* Flows of the contract: the amount signed for, else (as an upper bound) the cash in hand; and the payments. */
function contractFlows(terms, start, change) {
  if (terms.table) {
    const flows = allInFlows(terms, start, change, "never");
    if (terms.signed === null) {
      return flows;
    }
    return [{ day: start, amount: terms.signed }].concat(flows.filter((flow) => flow.day !== start));
  }
  return [{ day: start, amount: terms.signed === null ? terms.cash : terms.signed }].concat(payments(terms, start, change));
}

/* The two clocks of flows: actual days over 365, and calendar months with left-over days over 365; `known` are the years by
   the clock named `even`, where they were counted before. */
function clocks(flows, start, even, known) {
  const counted = (clock, count) => (clock === even && known ? known : flows.map((flow) => count(start, flow.day)));
  return { days: counted("days", yearsByDays), months: counted("months", yearsByMonths) };
}

function beyond(timed, amounts, ceiling) {
  const byDays = -presentValue(timed.days, amounts, ceiling);
  const byMonths = -presentValue(timed.months, amounts, ceiling);
  return Math.max(0, Math.floor(Math.min(byDays, byMonths) + 0.5));
}

function widened(range, value) {
  return range === null ? { low: value, high: value } : { low: Math.min(range.low, value), high: Math.max(range.high, value) };
}

/* The clock that shows equal steps alike whatever the first day: months by calendar months, days by days. */
function evenClock(terms) {
  return STEPS[terms.every] && STEPS[terms.every].days ? "days" : "months";
}

/* The rates of many possible flows: on each clock, and the lower of both, which is held against a ceiling (in x = ln(1 + e));
   and what lies beyond each of some ceilings. The status is that of the first flows without a single rate. */
function priced(terms, made, changes, ceilings) {
  const result = { status: OK, days: null, months: null, held: null, excess: null };
  const first = starts(terms)[0];
  const amounts = changes.map((change) => made(first, change).map((flows) => flows.map((flow) => flow.amount)));
  const even = terms.received === null ? evenClock(terms) : "";
  const found = {};
  const years = [];
  let guess;
  starts(terms).forEach((start) => {
    made(start, 0).forEach((flows, which) => {
      const timed = clocks(flows, start, even, years[which]);
      years[which] = timed[even];
      amounts.forEach((amountsOf, k) => {
        const key = k + "/" + which;
        const roots = {};
        ["days", "months"].forEach((clock) => {
          roots[clock] = (clock === even && found[key]) || rootOf(timed[clock], amountsOf[which], guess);
          if (clock === even) {
            found[key] = roots[clock];
          }
        });
        const odd = [roots.days, roots.months].find((root) => root.status !== OK);
        if (odd) {
          result.status = result.status === OK ? odd.status : result.status;
          return;
        }
        guess = roots.months.x;
        const held = Math.min(roots.days.x, roots.months.x);
        result.days = widened(result.days, roots.days.x);
        result.months = widened(result.months, roots.months.x);
        result.held = widened(result.held, held);
        ceilings.forEach((ceiling) => {
          const isAbove = nano(nominalPercent(held)) > nano(ceiling + MADE.tolerance.value);
          result.excess = widened(result.excess, isAbove ? beyond(timed, amountsOf[which], ceiling) : 0);
        });
      });
    });
  });
  return result;
}

/* What is said of a range against ceilings: above only where the low end is, even with each payment rounded up by a unit;
   not_above only where the high end is not; rounding where no more than that rounding lifts it; else unknown. */
function verdict(price, rounded, ceilings) {
  if (price.status !== OK || rounded.status !== OK) {
    return "no_rate";
  }
  if (!ceilings.length) {
    return "no_ceiling";
  }
  const most = nano(Math.max.apply(null, ceilings) + MADE.tolerance.value);
  const least = nano(Math.min.apply(null, ceilings) + MADE.tolerance.value);
  if (nano(nominalPercent(rounded.held.low)) > most) {
    return "above";
  }
  if (nano(nominalPercent(price.held.high)) <= least) {
    return "not_above";
  }
  return nano(nominalPercent(price.held.low)) > most ? "rounding" : "unknown";
}

/* The values of the ceiling that may bind: the one of the day, or, where the day is not known, all up to the page's day. */
function ceilingsFor(agreed) {
  return MADE.ceilings.filter((one) => {
    if (agreed === null) {
      return isoDay(one.from) <= isoDay(MADE.day);
    }
    return isoDay(one.from) <= agreed && (one.to === null || agreed <= isoDay(one.to));
  });
}

/* Everything that the page says of a loan, as numbers. */
function answerOf(terms) {
  const start = terms.table ? Math.min.apply(null, terms.table.map((flow) => flow.day)) : terms.received;
  const known = Object.assign({}, terms, { received: start });
  const agreed = terms.signedOn !== null ? terms.signedOn : start;
  const ceilings = ceilingsFor(agreed);
  const limits = ceilings.map((one) => one.value);
  const unit = terms.currency in MADE.units ? MADE.units[terms.currency] : MADE.unit;
  const isLastKnown = Boolean(terms.table) || terms.last !== null || terms.count === 1;
  const changes = isLastKnown ? [0] : [-unit, 0, unit];
  const savings = terms.savingAmount === null ? ["never"] : terms.savingBack === "unknown" ? ["last", "never"] : [terms.savingBack];
  const allIn = (day, change) => savings.map((saving) => allInFlows(known, day, change, saving));
  const contract = (day, change) => [contractFlows(known, day, change)];
  const isMixed = Boolean(terms.table) && terms.table.some((flow) => flow.amount > 0 && flow.day !== start);
  const price = { all: priced(known, allIn, changes, limits), law: isMixed ? null : priced(known, contract, changes, limits) };
  // Where the last payment takes the rest, only the interest of each is rounded: by half a unit at most.
  const roundedDown = (flows, range) => (isLastKnown ? priced(known, flows, [-unit / 2], []) : range);
  return {
    terms: known,
    agreed: agreed,
    ceilings: ceilings,
    unit: unit,
    isLastKnown: isLastKnown,
    isExact: start !== null && isLastKnown && savings.length === 1,
    isUpper: terms.signed === null || Boolean(terms.table),
    all: price.all,
    law: price.law,
    allVerdict: verdict(price.all, roundedDown(allIn, price.all), limits),
    lawVerdict: isMixed ? "mixed" : verdict(price.law, roundedDown(contract, price.law), limits),
    working: workingOf(known, savings[0]),
  };
}

/* One row of flows to be redone by hand: on the day that was told, or with equal months (or days) where it was not; on the
   clock whose rate is the lower. Each row: months since the start, what it is worth then, interest since the row before. */
function workingOf(terms, saving) {
  const isDated = terms.received !== null;
  const start = isDated ? terms.received : CYCLE_START;
  const netted = {};
  allInFlows(terms, start, 0, saving).forEach((flow) => {
    netted[flow.day] = (netted[flow.day] || 0) + flow.amount;
  });
  const days = Object.keys(netted).map(Number).sort((a, b) => a - b);
  const flows = days.map((day) => ({ day: day, amount: netted[day] }));
  const timed = clocks(flows, start, "", null);
  const amounts = flows.map((flow) => flow.amount);
  const roots = { days: rootOf(timed.days, amounts), months: rootOf(timed.months, amounts) };
  let clock = evenClock(terms);
  if (isDated && roots.days.status === OK && roots.months.status === OK) {
    clock = roots.days.x < roots.months.x ? "days" : "months";
  }
  const root = roots[clock];
  if (root.status !== OK) {
    return { status: root.status, rows: [], isDated: isDated };
  }
  let owed = 0;
  let before = 0;
  let sum = 0;
  const rows = flows.map((flow, k) => {
    const years = timed[clock][k];
    const interest = owed * Math.expm1((years - before) * root.x);
    owed += interest + flow.amount;
    before = years;
    const factor = Math.exp(-years * root.x);
    sum += flow.amount * factor;
    return { day: flow.day, months: 12 * years, amount: flow.amount, interest: interest, owed: owed, factor: factor, worth: flow.amount * factor };
  });
  return { status: OK, isDated: isDated, clock: clock, x: root.x, rows: rows, sum: sum };
}
