/* The form: reads what was typed, says what is wrong beside it, keeps nothing; and the two languages. */

const READERS = {
  cash: amountOf,
  payment: amountOf,
  count: countOf,
  received: dayTyped,
  first: dayTyped,
  last: amountOf,
  signed_on: dayTyped,
  signed: amountOf,
  stated: percentOf,
  fee: amountOf,
  fee_on: dayTyped,
  saving_amount: amountOf,
  saving_on: dayTyped,
};
const NEEDED = ["cash", "payment", "count"];
const BESIDE_TABLE = ["signed_on", "signed", "stated"]; // what is read where the exact table is filled in
const CHOICES = ["every", "currency", "stated_per", "lender", "saving", "saving_back"];
const FIRST_ROWS = 4;

const element = (id) => document.getElementById(id);
let faults = {};
let shown = null;

function choice(name) {
  return element(name).value;
}

function isAsked(name) {
  if (name === "saving_amount" || name === "saving_back") {
    return choice("saving") === "yes";
  }
  return name !== "saving_on" || (choice("saving") === "yes" && choice("saving_back") === "day");
}

function showAsked() {
  ["saving_amount", "saving_back", "saving_on"].forEach((name) => {
    element(name + "-field").hidden = !isAsked(name);
  });
}

/* ------------------------------------------------------------------------------------------------------ the exact table */

function rowCount() {
  return element("rows").children.length;
}

function addRow() {
  const n = rowCount() + 1;
  const cell = (kind) => {
    const id = "row-" + n + "-" + kind;
    return made("div", { class: "field", id: id + "-field" }, [
      made("label", { for: id, "data-row": kind, "data-n": n }),
      made("p", { class: "fault", id: id + "-fault", hidden: "" }),
      made("input", { id: id, type: "text", autocomplete: "off" }),
      made("p", { class: "echo", id: id + "-echo" }),
    ]);
  };
  const row = made("div", { class: "row" }, [cell("day"), cell("amount")]);
  element("rows").appendChild(row);
  row.querySelectorAll("input").forEach((input) => input.addEventListener("paste", pasted));
  nameRows();
}

function nameRows() {
  document.querySelectorAll("label[data-row]").forEach((label) => {
    label.textContent = say("table_row_" + label.getAttribute("data-row"), { n: label.getAttribute("data-n") });
  });
}

/* Several lines copied from a spreadsheet or a text fill as many rows. */
function pasted(event) {
  const text = event.clipboardData ? event.clipboardData.getData("text") : "";
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  if (lines.length < 2) {
    return;
  }
  event.preventDefault();
  let at = Number(/^row-(\d+)-/.exec(event.target.id)[1]);
  lines.forEach((line) => {
    const parts = /^\s*(\S.*?)\s*[\t;]\s*(\S.*?)\s*$/.exec(line) || /^\s*(\S+)\s+(\S+)\s*$/.exec(line) || [line, line, ""];
    while (rowCount() < at) {
      addRow();
    }
    element("row-" + at + "-day").value = parts[1];
    element("row-" + at + "-amount").value = parts[2];
    at += 1;
  });
  changedInput();
}

function tableRead(found) {
  const flows = [];
  let isUsed = false;
  for (let n = 1; n <= rowCount(); n++) {
    const dayId = "row-" + n + "-day";
    const amountId = "row-" + n + "-amount";
    const isDay = element(dayId).value.trim() !== "";
    const isAmount = element(amountId).value.trim() !== "";
    if (!isDay && !isAmount) {
      continue;
    }
    isUsed = true;
    const day = isDay ? dayTyped(element(dayId).value) : { fault: "day_needed" };
    const amount = isAmount ? flowOf(element(amountId).value) : { fault: "amount_needed" };
    if (day.fault) {
      found[dayId] = day.fault;
    }
    if (amount.fault) {
      found[amountId] = amount.fault;
    }
    flows.push({ day: day.value, amount: amount.value });
  }
  if (!isUsed) {
    return null;
  }
  if (!Object.keys(found).length && !hasBoth(flows)) {
    found.table = "two_needed";
  }
  return flows;
}

function hasBoth(flows) {
  const sums = {};
  flows.forEach((flow) => {
    sums[flow.day] = (sums[flow.day] || 0) + flow.amount;
  });
  const amounts = Object.keys(sums).map((day) => sums[day]);
  return amounts.some((amount) => amount > 0) && amounts.some((amount) => amount < 0);
}

/* --------------------------------------------------------------------------------------------------------- what was told */

/* What was typed as {terms, faults}. Nothing is computed while there is a fault. */
function read() {
  const found = {};
  const table = tableRead(found);
  const values = {};
  Object.keys(READERS).forEach((name) => {
    values[name] = null;
    if (!isAsked(name) || (table && BESIDE_TABLE.indexOf(name) < 0)) {
      return;
    }
    const typed = element(name).value;
    if (typed.trim() === "") {
      if (NEEDED.indexOf(name) >= 0) {
        found[name] = "needed";
      }
      return;
    }
    const one = READERS[name](typed);
    if (one.fault) {
      found[name] = one.fault;
    } else {
      values[name] = one.value;
    }
  });
  if (!table) {
    holdTogether(values, found);
  }
  return { terms: termsOf(values, table), faults: found };
}

/* Faults of answers that do not go together. */
function holdTogether(values, found) {
  const later = ["first", "fee_on", "saving_on"].filter((name) => values[name] !== null);
  if (later.length && values.received === null && !found.received) {
    found.received = "start_needed";
  }
  if (values.received !== null) {
    if (values.first !== null && values.first <= values.received) {
      found.first = "before_start";
    }
    if (values.saving_on !== null && values.saving_on < values.received) {
      found.saving_on = "before_start";
    }
  }
  if (values.fee_on !== null && values.fee === null && !found.fee) {
    found.fee = "needed";
  }
  if (isAsked("saving_on") && values.saving_on === null && !found.saving_on) {
    found.saving_on = "saving_day_needed";
  }
  if (values.signed !== null && values.cash !== null && values.signed < values.cash) {
    found.signed = "below_cash";
  }
}

/* The currency that was chosen. Until one is, what the amounts say: riel go in hundreds and have no cents, and a loan is more than a few. */
function currencyTold() {
  if (choice("currency") !== "") {
    return choice("currency");
  }
  const typed = Object.keys(READERS)
    .filter((name) => READERS[name] === amountOf && element(name).value.trim() !== "")
    .map((name) => READERS[name](element(name).value));
  for (let k = 1; k <= rowCount(); k += 1) {
    const text = element("row-" + k + "-amount").value;
    typed.push(text.trim() === "" ? { fault: "" } : flowOf(text));
  }
  const amounts = typed.filter((one) => one.fault === undefined).map((one) => Math.abs(one.value));
  const unit = MADE.units[MADE.base];
  const isBase = amounts.every((amount) => amount % unit === 0) && Math.max.apply(null, amounts) >= MADE.leastBase;
  return amounts.length === 0 || isBase ? MADE.base : MADE.other;
}

function termsOf(values, table) {
  return {
    cash: values.cash,
    payment: values.payment,
    count: values.count,
    every: choice("every"),
    currency: currencyTold(),
    received: values.received,
    first: values.first,
    last: values.last,
    signedOn: values.signed_on,
    signed: values.signed,
    stated: values.stated,
    statedPer: choice("stated_per"),
    lender: choice("lender"),
    fee: values.fee,
    feeOn: values.fee_on,
    saving: choice("saving"),
    savingAmount: values.saving_amount,
    savingBack: choice("saving_back"),
    savingOn: values.saving_on,
    table: table,
  };
}

/* What was told as pairs of question and answer, as it was understood. */
function toldOf(terms) {
  const pairs = [];
  Object.keys(READERS).forEach((name) => {
    if (element(name).value.trim() !== "" && isAsked(name) && (!terms.table || BESIDE_TABLE.indexOf(name) >= 0)) {
      pairs.push([say(name), understood(name, READERS[name](element(name).value).value)]);
    }
  });
  CHOICES.forEach((name) => {
    if (name === "stated_per" ? terms.stated !== null : isAsked(name) && !(terms.table && /^(every|saving)/.test(name))) {
      const chosen = element(name).options[element(name).selectedIndex].textContent;
      pairs.push([say(name), name === "currency" ? currencyWord(terms.currency) : chosen]);
    }
  });
  (terms.table || []).forEach((flow) => pairs.push([dayText(flow.day), (flow.amount > 0 ? "+" : "") + money(flow.amount, terms)]));
  return pairs;
}

function understood(name, value) {
  const reader = READERS[name] || (/-day$/.test(name) ? dayTyped : flowOf);
  if (reader === dayTyped) {
    return dayText(value);
  }
  if (reader === percentOf) {
    return percentText(plainText(value));
  }
  return reader === countOf ? String(value) : moneyText(value, "") + "\u00a0" + currencyWord(currencyTold());
}

function echo(input) {
  const place = element(input.id + "-echo");
  if (!place) {
    return;
  }
  const reader = READERS[input.id] || (/-day$/.test(input.id) ? dayTyped : flowOf);
  const one = input.value.trim() === "" ? { fault: "" } : reader(input.value);
  place.textContent = one.fault === undefined ? "= " + understood(input.id, one.value) : "";
}

/* --------------------------------------------------------------------------------------------------------------- showing */

function showFaults() {
  document.querySelectorAll("form .fault").forEach((place) => {
    const id = place.id.replace(/-fault$/, "");
    const input = element(id);
    place.hidden = !faults[id];
    place.textContent = faults[id] ? say("faults." + faults[id]) : "";
    if (input && input.tagName === "INPUT") {
      const told = (faults[id] ? [place.id] : []).concat(element(id + "-hint") ? [id + "-hint"] : [], [id + "-echo"]);
      input.setAttribute("aria-invalid", faults[id] ? "true" : "false");
      input.setAttribute("aria-describedby", told.join(" "));
    }
  });
  const count = Object.keys(faults).length;
  element("mend").textContent = count ? say("mend", { count: count }) : "";
}

function showResult() {
  const place = element("result");
  const isOpen = (id) => Boolean(element(id) && element(id).open);
  const open = ["interest", "working", "told"].filter(isOpen);
  place.textContent = "";
  place.hidden = shown === null;
  if (shown !== null) {
    resultParts(shown, toldOf(shown.terms)).forEach((part) => place.appendChild(part));
    open.forEach((id) => {
      if (element(id)) {
        element(id).open = true;
      }
    });
  }
}

/* A result stands only beside the answers that it was made from. */
function changedInput() {
  shown = null;
  showResult();
  showAsked();
  document.querySelectorAll("form input").forEach(echo);
}

function submitted(event) {
  event.preventDefault();
  const told = read();
  faults = told.faults;
  shown = null;
  if (!Object.keys(faults).length) {
    shown = answerOf(told.terms);
  }
  showFaults();
  showResult();
  if (shown !== null) {
    element("result-heading").focus();
    return;
  }
  const first = document.querySelector('form input[aria-invalid="true"]') || element("table-fault");
  for (let node = first.parentNode; node && node.id !== "questions"; node = node.parentNode) {
    if (node.tagName === "DETAILS") {
      node.open = true;
    }
  }
  first.focus();
}

function emptied() {
  element("questions").reset();
  element("rows").textContent = "";
  for (let n = 0; n < FIRST_ROWS; n++) {
    addRow();
  }
  faults = {};
  showFaults();
  changedInput();
}

function speak(code) {
  speaking = code;
  document.documentElement.lang = code;
  document.title = say("title");
  document.querySelectorAll("[data-t]").forEach((node) => {
    node.textContent = say(node.getAttribute("data-t"));
  });
  document.querySelectorAll("[data-currency]").forEach((node) => {
    node.textContent = currencyWord(node.value) + " (" + node.value + ")";
  });
  element("languages").setAttribute("aria-label", say("language"));
  Object.keys(WORDS).forEach((one) => element("speak-" + one).setAttribute("aria-pressed", one === code ? "true" : "false"));
  element("made").textContent = say("made", { day: dayText(isoDay(MADE.day)) });
  nameRows();
  document.querySelectorAll("form input").forEach(echo);
  showFaults();
  showResult();
}

element("questions").addEventListener("submit", submitted);
element("questions").addEventListener("input", changedInput);
element("questions").addEventListener("change", changedInput);
element("add-row").addEventListener("click", () => {
  addRow();
  element("row-" + rowCount() + "-day").focus();
});
element("clear").addEventListener("click", () => {
  emptied();
  element("cash").focus();
});
Object.keys(WORDS).forEach((code) => element("speak-" + code).addEventListener("click", () => speak(code)));
emptied();
speak(speaking);

/* For whoever wants to check the page: the rate of flows [{amount, on: "2020-06-30"} or {amount, years}], and an answer. */
window.prakas = {
  rate: (flows) => {
    const start = Math.min.apply(null, flows.map((flow) => ("on" in flow ? isoDay(flow.on) : 0)));
    const netted = new Map();
    flows.forEach((flow) => {
      const time = "on" in flow ? isoDay(flow.on) - start : Number(flow.years);
      netted.set(time, (netted.get(time) || 0) + Number(flow.amount + "e2"));
    });
    const times = Array.from(netted.keys());
    const years = times.map((time) => (flows[0] && "on" in flows[0] ? time / 365 : time));
    const root = rootOf(years, times.map((time) => netted.get(time)));
    if (root.status !== OK) {
      return { status: root.status, effective: null, nominal: null };
    }
    const effective = effectivePercent(root.x);
    const nominal = nominalPercent(root.x);
    return {
      status: OK,
      effective: effective,
      nominal: nominal,
      printed: [2, 4, 9].map((places) => [rateText(effective, places), rateText(nominal, places)]),
    };
  },
  answer: answerOf,
  nominal: nominalPercent,
  spoken: (answer) => ({ demand: demandVerdict(answer), law: lawVerdict(answer) }),
};
