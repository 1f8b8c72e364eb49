/* The one picture: the cost with everything, the cost by the contract, and the ceiling. Live text, a title and a description. */

const PICTURE_WIDTH = 340;
const BAR_HEIGHT = 22;
const BAR_STEP = 58;

function drawn(tag, attributes, children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.keys(attributes).forEach((name) => node.setAttribute(name, attributes[name]));
  (children || []).forEach((child) => node.appendChild(typeof child === "string" ? document.createTextNode(child) : child));
  return node;
}

/* bars: [{name, kind, low, high, said}] in percent, low null where only an upper bound is known; ceilings: percents. */
function picture(bars, ceilings, ceilingWord, title, description) {
  const foot = bars.length * BAR_STEP;
  const height = foot + (ceilings.length ? 14 : 0);
  const most = 1.05 * Math.max.apply(null, bars.map((bar) => bar.high).concat(ceilings.map((one) => 1.4 * one), [1]));
  const at = (percent) => (Math.max(0, Math.min(percent, most)) / most) * PICTURE_WIDTH;
  const parts = [drawn("title", { id: "picture-title" }, [title]), drawn("desc", { id: "picture-said" }, [description])];
  bars.forEach((bar, k) => {
    const y = k * BAR_STEP;
    const low = bar.low === null ? 0 : bar.low;
    parts.push(drawn("text", { x: 0, y: y + 16 }, [bar.name + ": " + bar.said]));
    parts.push(drawn("rect", { class: "track", x: 0, y: y + 24, width: PICTURE_WIDTH, height: BAR_HEIGHT }));
    parts.push(drawn("rect", { class: "bar-" + bar.kind + " maybe", x: 0, y: y + 24, width: at(bar.high), height: BAR_HEIGHT }));
    parts.push(drawn("rect", { class: "bar-" + bar.kind, x: 0, y: y + 24, width: at(low), height: BAR_HEIGHT }));
  });
  ceilings.forEach((ceiling) => {
    const x = at(ceiling);
    const anchor = x > 0.7 * PICTURE_WIDTH ? "end" : x < 60 ? "start" : "middle";
    bars.forEach((_, k) => {
      const y = k * BAR_STEP + 21;
      parts.push(drawn("line", { class: "line under", x1: x, x2: x, y1: y, y2: y + BAR_HEIGHT + 6 }));
      parts.push(drawn("line", { class: "line", x1: x, x2: x, y1: y, y2: y + BAR_HEIGHT + 6 }));
    });
    parts.push(drawn("text", { class: "ceiling-word", x: x, y: foot + 8, "text-anchor": anchor }, [ceilingWord(ceiling)]));
  });
  return drawn(
    "svg",
    { viewBox: "0 0 " + PICTURE_WIDTH + " " + height, role: "img", "aria-labelledby": "picture-title picture-said" },
    parts
  );
}
