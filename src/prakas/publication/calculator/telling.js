/* The result in words: an answer as headings, sentences, cards and tables, in the language that is spoken. */

let speaking = document.documentElement.lang;

function say(key, values) {
  const found = key.split(".").reduce((words, part) => words[part], WORDS[speaking]);
  return found.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function made(tag, attributes, children) {
  const node = document.createElement(tag);
  Object.keys(attributes || {}).forEach((name) => node.setAttribute(name, attributes[name]));
  (children || []).forEach((child) => {
    if (child) {
      node.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    }
  });
  return node;
}

function paragraph(text, kind) {
  return made("p", kind ? { class: kind } : {}, [text]);
}

function dayText(number) {
  const date = calendarDate(number);
  return say("day", { day: date.day, month: WORDS[speaking].months[date.month - 1], year: date.year });
}

function currencyWord(code) {
  return MADE.currencies[code][speaking];
}

function money(hundredths, terms) {
  return moneyText(hundredths, terms.currency) + "\u00a0" + currencyWord(terms.currency);
}

function percentText(text) {
  return text + "\u00a0%";
}

function nominalText(x, places) {
  return percentText(rateText(nominalPercent(x), places));
}

function effectiveText(x, places) {
  return percentText(rateText(effectivePercent(x), places));
}

/* A range as {low, high, isOne}: one where both ends are printed alike. */
function shownRange(range, text, places) {
  const low = text(range.low, places);
  const high = text(range.high, places);
  return { low: low, high: high, isOne: low === high };
}

function ceilingText(answer) {
  return answer.ceilings.map((one) => percentText(one.text)).join(", ");
}

function listed(keys) {
  const names = keys.map((key) => say("missing." + key));
  const last = names.pop();
  return names.length ? say("missing.and", { first: names.join(", "), last: last }) : last;
}

/* What is not known and makes the result a range. */
function missingOf(answer) {
  const keys = [];
  if (answer.terms.received === null) {
    keys.push("received");
  }
  if (!answer.isLastKnown) {
    keys.push("last");
  }
  if (answer.terms.savingAmount !== null && answer.terms.savingBack === "unknown") {
    keys.push("saving_back");
  }
  return keys;
}

function heldWords(price, exact, range) {
  const shown = shownRange(price.held, nominalText, 2);
  return say(shown.isOne ? exact : range, shown);
}

function costPart(answer) {
  const terms = answer.terms;
  const parts = [];
  if (answer.all.status !== OK) {
    parts.push(paragraph(say("no_rate_" + answer.all.status), "cost"));
  } else {
    parts.push(paragraph(heldWords(answer.all, "cost_exact", "cost_range"), "cost"), paragraph(say("cost_means"), "note"));
    const effective = shownRange(answer.all.held, effectiveText, 2);
    parts.push(paragraph(say(effective.isOne ? "effective_exact" : "effective_range", effective)));
    const missing = missingOf(answer);
    if (!shownRange(answer.all.held, nominalText, 2).isOne && missing.length) {
      parts.push(paragraph(say("range_why", { missing: listed(missing) }), "note"));
    }
  }
  const flows = allInFlows(terms, terms.received === null ? CYCLE_START : terms.received, 0, savingOf(terms));
  const sum = (sign) => flows.reduce((total, flow) => total + Math.max(0, sign * flow.amount), 0);
  const cost = sum(-1) - sum(1);
  const totals = { received: money(sum(1), terms), paid: money(sum(-1), terms), cost: money(cost, terms) };
  parts.push(paragraph(say(cost > 0 ? "totals" : "totals_gain", totals)));
  const paid = answer.working.rows.filter((row) => row.amount < 0);
  if (answer.working.status === OK && paid.length && cost > 0) {
    const interest = answer.working.rows.reduce((total, row) => total + row.interest, 0);
    const share = { payment: money(-paid[0].amount, terms), interest: money(paid[0].interest, terms), total: money(interest, terms) };
    parts.push(paragraph(say("interest_share", share)));
  }
  return parts.concat(movesPart(answer));
}

function savingOf(terms) {
  return terms.savingBack === "unknown" ? "last" : terms.savingBack;
}

/* What was not told and would move the result, and in which direction. */
function movesPart(answer) {
  const terms = answer.terms;
  if (terms.table) {
    return [paragraph(say("table_used"), "note")];
  }
  const keys = [];
  if (terms.fee === null) {
    keys.push("fee");
  }
  if (terms.saving === "unknown") {
    keys.push("saving");
  }
  if (isSavingOpen(terms)) {
    keys.push("saving_amount");
  }
  return keys.map((key) => paragraph(say("moves." + key), "note"));
}

function isSavingOpen(terms) {
  return !terms.table && terms.saving === "yes" && terms.savingAmount === null;
}

function ceilingPart(answer) {
  const parts = [made("h2", {}, [say("ceiling_heading")])];
  const firstDay = dayText(isoDay(MADE.ceilings[0].from));
  if (!answer.ceilings.length) {
    const day = answer.agreed === null ? isoDay(MADE.day) : answer.agreed;
    return parts.concat(paragraph(say("ceiling_none", { day: dayText(day), since: firstDay })));
  }
  answer.ceilings.forEach((one) => {
    const since = dayText(isoDay(one.from));
    const ceiling = percentText(one.text);
    if (answer.agreed === null) {
      parts.push(paragraph(say("ceiling_unknown", { since: since, ceiling: ceiling })));
    } else {
      parts.push(paragraph(say("ceiling_on", { day: dayText(answer.agreed), ceiling: ceiling })));
    }
    parts.push(paragraph(sourceText(one), "note"));
  });
  if (answer.terms.signedOn === null) {
    parts.push(paragraph(say(answer.agreed === null ? "ceiling_unknown_why" : "ceiling_by_money"), "note"));
  }
  const tolerance = { tolerance: MADE.tolerance.text, citation: MADE.tolerance.citation[speaking] };
  parts.push(paragraph(say("tolerance", tolerance), "note"));
  if (MADE.bound) {
    parts.push(paragraph(say("bound_source", sourceWords(MADE.bound)), "note"));
  }
  return parts;
}

function sourceWords(one) {
  return {
    citation: one.citation[speaking],
    since: dayText(isoDay(one.from)),
    until: one.to === null ? "" : dayText(isoDay(one.to)),
    confidence: say("confidence." + one.confidence),
  };
}

function sourceText(one) {
  return say(one.to === null ? "ceiling_source" : "ceiling_until", sourceWords(one));
}

function verdictPart(answer, kind, missing) {
  const isDayNeeded = answer.agreed === null && answer.ceilings.length > 1;
  const wanted = missing.concat(isDayNeeded ? ["signed_on"] : []);
  const values = { ceiling: ceilingText(answer), missing: wanted.length ? listed(wanted) : "", unit: money(answer.unit, answer.terms) };
  const parts = [paragraph(say("verdict." + kind, values), "verdict " + kind.replace(/_(some|table|told)$/, ""))];
  if (answer.agreed === null && answer.ceilings.length && kind !== "no_rate") {
    parts.push(paragraph(say("if_signed_from", { since: dayText(isoDay(answer.ceilings[0].from)) }), "note"));
  }
  return parts;
}

function owedPart(answer, price, isUpper, means) {
  if (price.status !== OK || price.excess === null) {
    return [];
  }
  const range = shownRange(price.excess, (value) => money(value, answer.terms));
  if (price.excess.high === 0) {
    return [paragraph(say("owed_none"))];
  }
  const key = isUpper ? "owed_at_most" : range.isOne ? "owed_exact" : "owed_range";
  return [paragraph(say(key, range), "figure"), paragraph(say(means), "note")];
}

function yearlyStated(terms) {
  return terms.stated === null ? null : terms.statedPer === "month" ? 12 * terms.stated : terms.stated;
}

/* Whether the rate written in the contract is itself above every ceiling that may bind: that needs no flows. */
function isStatedAbove(answer) {
  const stated = yearlyStated(answer.terms);
  return stated !== null && answer.ceilings.length > 0 && answer.ceilings.every((one) => nano(stated) > nano(one.value));
}

function lawVerdict(answer) {
  if (isStatedAbove(answer)) {
    return "above_stated";
  }
  if (answer.lawVerdict === "above" || answer.lawVerdict === "rounding") {
    if (answer.terms.table && answer.terms.signed !== null) {
      return answer.lawVerdict === "above" ? "above_table" : "rounding";
    }
    return answer.isUpper ? "unknown" : answer.lawVerdict;
  }
  return answer.lawVerdict;
}

function lawPart(answer) {
  const terms = answer.terms;
  const parts = [made("span", { class: "tag" }, [say("law_tag")]), made("h3", {}, [say("law_heading")]), paragraph(say("law_means"), "note")];
  if (answer.law !== null && answer.law.status === OK) {
    const shown = shownRange(answer.law.held, nominalText, 2);
    const upper = terms.signed === null ? "law_at_most" : "law_at_most_table";
    parts.push(paragraph(say(answer.isUpper ? upper : shown.isOne ? "law_exact" : "law_range", shown), "figure"));
  }
  const stated = yearlyStated(terms);
  if (stated !== null) {
    const rate = percentText(grouped(halfUp(plainText(stated), 6).replace(/\.?0+$/, "")));
    if (answer.ceilings.length) {
      parts.push(paragraph(say(isStatedAbove(answer) ? "stated_above" : "stated_same", { rate: rate })));
    }
    if (!answer.isUpper && answer.law.status === OK && nano(nominalPercent(answer.law.held.low)) > nano(stated + MADE.tolerance.value)) {
      parts.push(paragraph(say("stated_differs", { rate: rate, low: nominalText(answer.law.held.low, 2) })));
    }
  }
  if (terms.lender === "bank" && !MADE.binds_banks) {
    parts.push(paragraph(say("law_bank"), "verdict"));
  } else if (terms.lender === "person") {
    parts.push(paragraph(say("law_person"), "verdict"));
  } else if (answer.law === null && !isStatedAbove(answer)) {
    parts.push(paragraph(say("law_mixed"), "verdict"));
  } else {
    const missing = (terms.signed === null ? ["signed"] : []).concat(missingOf(answer).filter((key) => key !== "saving_back"));
    verdictPart(answer, lawVerdict(answer), missing).forEach((part) => parts.push(part));
    if (answer.law !== null) {
      owedPart(answer, answer.law, answer.isUpper, "owed_means").forEach((part) => parts.push(part));
    }
    if (answer.ceilings.length && terms.lender === "private") {
      parts.push(paragraph(say("law_private"), "note"));
    } else if (answer.ceilings.length && terms.lender === "unknown" && !MADE.binds_banks) {
      parts.push(paragraph(say("law_if_not_bank"), "note"));
    }
  }
  return made("div", { class: "card law" }, parts);
}

function demandVerdict(answer) {
  const terms = answer.terms;
  if (answer.allVerdict === "above" && !terms.table) {
    return isSavingOpen(terms) ? "unknown" : terms.saving === "unknown" ? "above_some" : "above";
  }
  if (answer.allVerdict === "not_above" && !terms.table && terms.fee === null) {
    return "not_above_told";
  }
  return answer.allVerdict;
}

function demandPart(answer) {
  const parts = [made("span", { class: "tag" }, [say("demand_tag")]), made("h3", {}, [say("demand_heading")])];
  if (MADE.demand === null) {
    parts.push(paragraph(say("demand_none")));
    return made("div", { class: "card demand" }, parts);
  }
  parts.push(paragraph(say("demand_means", { day: dayText(isoDay(MADE.demand.from)) }), "note"));
  if (answer.all.status === OK) {
    parts.push(paragraph(heldWords(answer.all, "law_exact", "law_range"), "figure"));
  }
  if (answer.terms.lender === "person") {
    parts.push(paragraph(say("demand_person"), "verdict"));
    return made("div", { class: "card demand" }, parts);
  }
  const missing = missingOf(answer).concat(isSavingOpen(answer.terms) ? ["saving_amount"] : []);
  verdictPart(answer, demandVerdict(answer), missing).forEach((part) => parts.push(part));
  owedPart(answer, answer.all, isSavingOpen(answer.terms), "owed_means_demand").forEach((part) => parts.push(part));
  parts.push(paragraph(say("demand_source", sourceWords(MADE.demand)), "note"));
  return made("div", { class: "card demand" }, parts);
}

function picturePart(answer) {
  if (answer.all.status !== OK) {
    return null;
  }
  const all = shownRange(answer.all.held, nominalText, 2);
  const allSaid = all.isOne ? all.low : all.low + " – " + all.high;
  const bars = [{ name: say("picture_all"), kind: "all", low: nominalPercent(answer.all.held.low), high: nominalPercent(answer.all.held.high), said: allSaid }];
  let lawSaid = "-";
  if (answer.law !== null && answer.law.status === OK) {
    const law = shownRange(answer.law.held, nominalText, 2);
    lawSaid = answer.isUpper ? say("picture_at_most", law) : law.isOne ? law.low : law.low + " – " + law.high;
    const low = answer.isUpper ? null : nominalPercent(answer.law.held.low);
    bars.push({ name: say("picture_law"), kind: "law", low: low, high: nominalPercent(answer.law.held.high), said: lawSaid });
  }
  const ceilings = answer.ceilings.map((one) => one.value);
  const ceiling = ceilings.length ? ceilingText(answer) : say("picture_said_none");
  const word = (value) => say("picture_ceiling", { ceiling: percentText(String(value)) });
  const said = say("picture_said", { all: allSaid, law: lawSaid, ceiling: ceiling });
  return made("figure", {}, [picture(bars, ceilings, word, say("picture"), said)]);
}

function cells(tag, texts, scope) {
  return texts.map((text, k) => made(k === 0 && scope ? "th" : tag, k === 0 && scope ? { scope: "row" } : tag === "th" ? { scope: "col" } : {}, [text]));
}

function tableOf(caption, head, rows, foot) {
  return made("table", {}, [
    made("caption", {}, [caption]),
    made("thead", {}, [made("tr", {}, cells("th", head))]),
    made("tbody", {}, rows.map((row) => made("tr", {}, cells("td", row, true)))),
    foot ? made("tfoot", {}, [made("tr", {}, cells("td", foot, true))]) : null,
  ]);
}

function shortDay(number) {
  const date = calendarDate(number);
  return date.day + "/" + date.month + "/" + date.year;
}

function interestPart(answer) {
  const working = answer.working;
  const currency = answer.terms.currency;
  const rows = working.rows.map((row, k) => [
    working.isDated ? shortDay(row.day) : String(k),
    row.amount < 0 ? moneyText(-row.amount, currency) : "+" + moneyText(row.amount, currency),
    k ? moneyText(row.interest, currency) : "",
    moneyText(Math.abs(row.owed) < 0.5 ? 0 : row.owed, currency),
  ]);
  const head = [say(working.isDated ? "col_day" : "col_n"), say("col_paid"), say("col_interest"), say("col_owed")];
  const caption = say("interest_means", { rate: nominalText(working.x, 4) });
  return made("details", { id: "interest" }, [made("summary", {}, [say("interest_heading")]), tableOf(caption, head, rows)]);
}

function workingPart(answer) {
  const working = answer.working;
  const places = answer.terms.currency === MADE.base ? 0 : 2;
  const rounded = working.rows.map((row) => Number(halfUp(plainText(row.worth / 100), places)));
  const sum = grouped(halfUp(plainText(rounded.reduce((total, one) => total + one, 0)), places));
  const head = [say("col_months"), say("col_amount"), say("col_factor"), say("col_worth")];
  const rows = working.rows.map((row, k) => [
    halfUp(plainText(row.months), 4).replace(/\.?0+$/, ""),
    (row.amount > 0 ? "+" : "") + moneyText(row.amount, answer.terms.currency),
    halfUp(plainText(row.factor), 6),
    grouped(halfUp(plainText(rounded[k]), places)),
  ]);
  const monthly = percentText(halfUp(plainText(100 * Math.expm1(working.x / 12)), 6));
  const parts = [
    made("summary", {}, [say("working_heading")]),
    paragraph(say("working_rate", { monthly: monthly, nominal: nominalText(working.x, 4), effective: effectiveText(working.x, 4) })),
    paragraph(say("working_clock_" + working.clock)),
  ];
  if (!working.isDated) {
    parts.push(paragraph(say("working_even")));
  }
  const range = (one) => {
    const shown = shownRange(one, nominalText, 4);
    return shown.isOne ? shown.low : shown.low + " – " + shown.high;
  };
  if (answer.all.status === OK) {
    parts.push(paragraph(say("working_clocks", { days: range(answer.all.days), months: range(answer.all.months) })));
  }
  parts.push(tableOf(say("working_sum", { sum: sum }), head, rows, [say("col_sum"), "", "", sum]));
  if (answer.ceilings.length === 1) {
    const limit = percentText(halfUp(plainText(answer.ceilings[0].value / 12), 6).replace(/\.?0+$/, ""));
    parts.push(paragraph(say("working_owed", { monthly: limit }), "note"));
  }
  return made("details", { id: "working" }, parts);
}

/* The whole result, its heading first. */
function resultParts(answer, told) {
  const parts = [made("h2", { id: "result-heading", tabindex: "-1" }, [say("result")])].concat(costPart(answer));
  parts.push(picturePart(answer), lawPart(answer), demandPart(answer));
  ceilingPart(answer).forEach((part) => parts.push(part));
  if (answer.working.status === OK) {
    parts.push(interestPart(answer), workingPart(answer));
  }
  const list = told.reduce((nodes, one) => nodes.concat(made("dt", {}, [one[0]]), made("dd", {}, [one[1]])), []);
  parts.push(made("details", { id: "told" }, [made("summary", {}, [say("told")]), made("dl", {}, list)]));
  return parts.filter(Boolean);
}
