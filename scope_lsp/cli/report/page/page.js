"use strict";
// Draws the tree, the treemap and the details of one variable.  What is shown stands in the
// address behind the "#", so that a view can be linked.  Text is set as text, never as HTML.
const $ = (id) => document.getElementById(id);
const state = { program: 0, q: "", metric: "parameters", sort: "order", shared: "", scope: "", name: "" };

function element(kind, className, text) {
  const made = document.createElement(kind);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function amount(count) {
  return state.metric === "parameters" ? count.toLocaleString("en-US") : bytes(count);
}

function bytes(count) {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let unit = 0;
  while (count >= 1024 && unit < units.length - 1) { count /= 1024; unit += 1; }
  return (unit ? count.toFixed(1) : count) + " " + units[unit];
}

const size = (variable) => variable[state.metric];

function plural(count, noun) { return count.toLocaleString("en-US") + " " + noun + (count === 1 ? "" : "s"); }

function total(variables) {
  const known = variables.filter((one) => size(one) !== null);
  const sum = known.reduce((all, one) => all + size(one), 0);
  if (!known.length) return variables.length ? "size unknown" : "0";
  return (known.length < variables.length ? "at least " : "") + amount(sum);
}

function matching() {
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  return DATA[state.program].variables.filter((one) =>
    (!state.shared || one.shared) && words.every((word) => one.name.toLowerCase().includes(word)));
}

// The tree: scopes hold scopes and variables, in the order in which they came.
function grow(variables) {
  const top = { label: "", path: "", inside: new Map(), variables };
  for (const variable of variables) {
    let scope = top;
    for (const part of variable.parts.slice(0, -1)) {
      const key = part + "/";
      if (!scope.inside.has(key)) {
        scope.inside.set(key, { label: key, path: scope.path + key, inside: new Map(), variables: [] });
      }
      scope = scope.inside.get(key);
      scope.variables.push(variable);
    }
    scope.inside.set(variable.parts.at(-1), { label: variable.parts.at(-1), variable, variables: [variable] });
  }
  return top;
}

const weight = (node) => node.variables.reduce((all, one) => all + (size(one) || 0), 0);

function children(node) {
  const found = [...node.inside.values()];
  if (state.sort === "name") found.sort((a, b) => (a.label < b.label ? -1 : 1));
  if (state.sort === "size") found.sort((a, b) => weight(b) - weight(a));
  return found;
}

function drawTree(node, into, depth) {
  for (const child of children(node)) {
    if (child.variable) {
      const row = element("div", "variable");
      row.tabIndex = 0;
      row.dataset.name = child.variable.name;
      if (child.variable.name === state.name) row.classList.add("chosen");
      row.append(element("span", "label", child.label), element("span", "note", notes(child.variable)),
        element("span", "amount", total([child.variable])));
      row.onclick = () => go({ name: child.variable.name });
      row.onkeydown = (event) => { if (event.key === "Enter") row.onclick(); };
      into.append(row);
      continue;
    }
    const folder = element("details");
    folder.open = depth < 1 || state.q !== "" || state.shared !== "" || state.scope.startsWith(child.path) ||
      state.name.startsWith(child.path);
    const head = element("summary");
    head.append(element("span", "label", child.label),
      element("span", "note", plural(child.variables.length, "variable")),
      element("span", "amount", total(child.variables)));
    const body = element("div");
    folder.append(head, body);
    const fill = () => { if (folder.open && !body.childElementCount) drawTree(child, body, depth + 1); };
    folder.ontoggle = fill;
    fill();
    into.append(folder);
  }
}

function notes(variable) {
  const found = [variable.shape];
  if (variable.dtype !== "float32") found.push(variable.dtype || "dtype unknown");
  if (variable.trainable === false) found.push("not trainable");
  if (variable.certainty !== "definite") found.push(variable.certainty);
  if (variable.shared) found.push("shared");
  return found.join(" · ");
}

// A squarified treemap: rows as square as they can be (Bruls, Huizing and van Wijk, 2000).
function squarify(items, box) {
  const all = items.reduce((sum, item) => sum + item.weight, 0);
  const scale = (box.w * box.h) / all;
  const rest = { ...box }, placed = [];
  let row = [];
  const worst = (some) => {
    const area = some.reduce((sum, item) => sum + item.weight * scale, 0);
    const side = area / Math.min(rest.w, rest.h);
    return Math.max(...some.map((item) => {
      const other = (item.weight * scale) / side;
      return Math.max(side / other, other / side);
    }));
  };
  const place = () => {
    const area = row.reduce((sum, item) => sum + item.weight * scale, 0);
    const upright = rest.w >= rest.h, side = area / (upright ? rest.h : rest.w);
    let along = upright ? rest.y : rest.x;
    for (const item of row) {
      const length = (item.weight * scale) / side;
      placed.push(upright ? { item, x: rest.x, y: along, w: side, h: length }
        : { item, x: along, y: rest.y, w: length, h: side });
      along += length;
    }
    if (upright) { rest.x += side; rest.w -= side; } else { rest.y += side; rest.h -= side; }
    row = [];
  };
  for (const item of items) {
    if (row.length && worst([...row, item]) > worst(row)) place();
    row.push(item);
  }
  if (row.length) place();
  return placed;
}

function drawMap(node, into, box, depth, hue) {
  const items = [...node.inside.values()].map((child) => ({ child, weight: weight(child) }))
    .filter((item) => item.weight > 0).sort((a, b) => b.weight - a.weight);
  if (!items.length || box.w < 2 || box.h < 2) return;
  squarify(items, box).forEach(({ item, x, y, w, h }, index) => {
    if (w < 1.5 || h < 1.5) return;
    const child = item.child;
    const shade = depth > 1 ? hue : (hue + index * (depth ? 19 : 47) + (depth ? 0 : 200)) % 360;
    const tile = element("div", "tile", w > 30 && h > 12 ? child.label : "");
    tile.style.cssText = `left:${x}px;top:${y}px;width:${w}px;height:${h}px;` +
      `background:hsl(${shade} 60% ${Math.max(60, 82 - depth * 5)}%)`;
    tile.title = (child.variable ? child.variable.name : child.path) + "\n" + total(child.variables);
    tile.onclick = (event) => {
      event.stopPropagation();
      go(child.variable ? { name: child.variable.name } : { scope: child.path });
    };
    into.append(tile);
    if (!child.variable && depth < 3 && w > 24 && h > 30) {
      const inner = element("div");
      inner.style.cssText = "position:absolute;left:2px;top:15px";
      tile.append(inner);
      drawMap(child, inner, { x: 0, y: 0, w: w - 6, h: h - 19 }, depth + 1, shade);
    }
  });
}

function inside(top) {
  let node = top;
  for (const key of state.scope.split(/(?<=\/)/).filter(Boolean)) {
    const next = [...node.inside.values()].find((one) => one.path === node.path + key);
    if (!next) break;
    node = next;
  }
  return node;
}

function drawCrumbs(node) {
  const crumbs = $("crumbs");
  crumbs.replaceChildren();
  let path = "";
  for (const part of ["all", ...node.path.split(/(?<=\/)/).filter(Boolean)]) {
    path = part === "all" && !crumbs.childElementCount ? "" : path + part;
    const target = path, step = element("button", "", part);
    step.onclick = () => go({ scope: target });
    crumbs.append(step);
  }
  crumbs.append(" " + total(node.variables) + " in " + plural(node.variables.length, "variable"));
}

function drawDetails() {
  const box = $("details"), variable = DATA[state.program].variables.find((one) => one.name === state.name);
  box.replaceChildren();
  if (!variable) return;
  box.append(element("h2", "", variable.name), element("div", "", [notes(variable),
    variable.parameters === null ? "size unknown"
      : plural(variable.parameters, "parameter") + ", " + bytes(variable.bytes || 0)].join(" · ")));
  const list = element("ul");
  for (const use of variable.uses) {
    const item = element("li", "", use.how + " at " + use.place + ": ");
    item.append(element("code", "", use.code));
    list.append(item);
  }
  box.append(list);
}

function draw() {
  const found = matching(), top = grow(found);
  $("sum").textContent = total(found) + " " + (state.metric === "parameters" ? "parameters " : "") +
    "in " + plural(found.length, "variable");
  $("tree").replaceChildren();
  if (!found.length) $("tree").append(state.q || state.shared ? "No variables match." : "This program creates no variables.");
  drawTree(top, $("tree"), 0);
  const node = inside(top), map = $("map");
  map.replaceChildren();
  drawCrumbs(node);
  drawMap(node, map, { x: 0, y: 0, w: map.clientWidth, h: map.clientHeight }, 0, 0);
  drawDetails();
}

function go(change) {
  Object.assign(state, change);
  const said = Object.entries(state).filter(([, value]) => value !== "" && value !== 0);
  history.replaceState(null, "", "#" + new URLSearchParams(said));
  draw();
}

function begin() {
  for (const [key, value] of new URLSearchParams(location.hash.slice(1))) {
    if (key in state) state[key] = key === "program" ? Math.min(Number(value) || 0, DATA.length - 1) : value;
  }
  document.querySelector("h1").textContent = DATA.length === 1 ? DATA[0].path : "Variables";
  DATA.forEach((program, index) => $("program").append(new Option(program.path, index)));
  $("program").hidden = DATA.length < 2;
  for (const id of ["program", "metric", "sort"]) {
    $(id).value = state[id];
    $(id).onchange = () => go(id === "program"
      ? { program: Number($(id).value), scope: "", name: "" } : { [id]: $(id).value });
  }
  $("search").value = state.q;
  $("search").oninput = () => go({ q: $("search").value });
  $("shared").checked = state.shared !== "";
  $("shared").onchange = () => go({ shared: $("shared").checked ? "yes" : "" });
  window.onresize = draw;
  draw();
}
if (DATA.length) begin();
