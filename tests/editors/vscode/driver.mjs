// Drives real VS Code: code-server, looked at in headless Chromium, does what a person would do.
//
//   node driver.mjs FOLDER      (FOLDER: what install_vscode.sh made)
//
// Reads requests from standard input, one JSON object a line, {"do": NAME, ...}, and answers each
// with one line: {"value": ...} or {"error": ...}. Knows VS Code's page and nothing of scope-lsp.
import { spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import readline from "node:readline";
import { pathToFileURL } from "node:url";
import { beside } from "./beside.mjs";

const folder = process.argv[2];
const { chromium } = createRequire(pathToFileURL(folder + "/").href)("playwright-core");
const node = path.join(folder, "node");
const entry = path.join(folder, "code-server");
const EDITOR = ".editor-group-container.active .editor-instance .monaco-editor";
const INPUT = ".quick-input-widget .quick-input-box input";
const ROWS = ".quick-input-list .monaco-list-row";
const PATIENCE = 20_000;

let server, browser, page, shown;

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(condition, what, ms = PATIENCE) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`no ${what} within ${ms / 1000} s`);
    await sleep(50);
  }
}

function freePort() {
  return new Promise((done) => {
    const listener = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = listener.address();
      listener.close(() => done(port));
    });
  });
}

/** Runs in the page: what the active editor shows, line by line, with hints apart from the text. */
function readEditor(selector) {
  const tidy = (text) => text.replace(/\u00a0/g, " ").replace(/[\u200b-\u200d\u2060]/g, "");
  const editor = document.querySelector(selector);
  const found = { lines: {}, hints: [], squiggles: {}, lenses: [] };
  if (!editor) return found;
  const numbers = [...editor.querySelectorAll(".margin-view-overlays .line-numbers")].map((one) => ({
    top: one.getBoundingClientRect().top,
    line: Number(one.textContent),
  }));
  for (const line of editor.querySelectorAll(".view-lines > .view-line")) {
    const { top } = line.getBoundingClientRect();
    const number = numbers.find((one) => Math.abs(one.top - top) < 4)?.line;
    if (!number) continue;
    let text = "";
    let hint;
    // A hint is text injected by a decoration: its class is a generated rule.
    for (const span of line.querySelectorAll(":scope > span > span")) {
      const part = tidy(span.textContent);
      if (/\bdyn-rule-\d/.test(span.className)) {
        const box = span.getBoundingClientRect();
        if (!hint) {
          hint = { line: number, text: "", x: box.left, y: (box.top + box.bottom) / 2 };
          found.hints.push(hint);
        }
        hint.text += part;
        hint.right = box.right;
      } else {
        text += part;
        if (part) hint = undefined;
      }
    }
    found.lines[number] = text;
  }
  for (const hint of found.hints) hint.text = hint.text.trim();
  found.hints = found.hints.filter((hint) => hint.text).sort((a, b) => a.y - b.y || a.x - b.x);
  for (const kind of ["error", "warning", "info", "hint"]) {
    found.squiggles[kind] = editor.querySelectorAll(`.view-overlays .squiggly-${kind}`).length;
  }
  for (const lens of editor.querySelectorAll(".codelens-decoration")) {
    if (lens.textContent.trim()) found.lenses.push(tidy(lens.textContent));
  }
  return found;
}

/** Runs in the page: where the nth character (from 1) of a line of the active editor is. */
function placeOf([selector, number, column]) {
  const editor = document.querySelector(selector);
  const numbers = [...editor.querySelectorAll(".margin-view-overlays .line-numbers")];
  const label = numbers.find((one) => Number(one.textContent) === number);
  if (!label) return undefined;
  const { top } = label.getBoundingClientRect();
  const lines = [...editor.querySelectorAll(".view-lines > .view-line")];
  const line = lines.find((one) => Math.abs(one.getBoundingClientRect().top - top) < 4);
  let left = column - 1;
  for (const span of line.querySelectorAll(":scope > span > span")) {
    if (/\bdyn-rule-\d/.test(span.className)) continue;
    const length = span.textContent.length;
    if (left < length) {
      const range = document.createRange();
      range.setStart(span.firstChild, left);
      range.setEnd(span.firstChild, left + 1);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    left -= length;
  }
  return undefined;
}

/** Runs in the page: rows of a list or tree with their levels, from above. */
function readRows(selector) {
  return [...document.querySelectorAll(`${selector} .monaco-list-row`)]
    .map((row) => ({ row, top: row.getBoundingClientRect().top }))
    .sort((a, b) => a.top - b.top)
    .map(({ row }) => ({
      level: Number(row.getAttribute("aria-level")),
      name: (row.getAttribute("aria-label") ?? "").replace(/\u00a0/g, " "),
      label: row.querySelector(".label-name")?.textContent ?? "",
      description: row.querySelector(".label-description")?.textContent ?? "",
      text: row.textContent.replace(/\u00a0/g, " "),
    }));
}

function readHover() {
  return [...document.querySelectorAll(".monaco-hover")]
    .filter((one) => one.offsetParent !== null && !one.classList.contains("hidden"))
    .map((one) => one.innerText.replace(/\u00a0/g, " ").trim())
    .filter((text) => text && !text.startsWith("Loading"))
    .join("\n---\n");
}

async function pick(text, wanted) {
  await page.waitForSelector(INPUT, { state: "visible", timeout: PATIENCE });
  await page.locator(INPUT).fill(text);
  await page.locator(ROWS, { hasText: wanted }).first().waitFor({ timeout: PATIENCE });
  await sleep(100);
  await page.keyboard.press("Enter");
}

const activeTab = (name) => `.tab.active[data-resource-name="${path.basename(name)}"]`;

/** Types a file's name into the box that opens files; one that has just been made may need time. */
async function findFile(name) {
  const row = page.locator(ROWS, { hasText: path.basename(name) }).first();
  await until(async () => {
    await page.keyboard.press("Control+p");
    await page.waitForSelector(INPUT, { state: "visible", timeout: PATIENCE });
    await page.locator(INPUT).fill(name);
    if (await row.waitFor({ timeout: 5000 }).then(() => true, () => false)) return true;
    await page.keyboard.press("Escape");
    return false;
  }, `file ${name}`, 3 * PATIENCE);
  await sleep(200);
}

async function noHover() {
  await page.mouse.move(1390, 5);
  await page.keyboard.press("Escape");
  await until(async () => !(await page.evaluate(readHover)), "end of the hover", 5000).catch(() => {});
}

async function openActions() {
  const rows = page.locator(".action-widget .monaco-list-row.action");
  await until(async () => {
    await page.keyboard.press("Control+.");
    return rows.first().waitFor({ timeout: 3000 }).then(() => true, () => false);
  }, "code actions");
  await sleep(200);
  return rows;
}

async function showFolder() {
  const { address, project } = shown;
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: address });
  page = await context.newPage();
  await page.goto(`${address}/?folder=${encodeURIComponent(project)}`);
  await page.waitForSelector(".explorer-folders-view .monaco-list-row", { timeout: 90_000 });
}

const actions = {
  ...beside({ page: () => page, until, sleep, pick, findFile, noHover, readRows, readHover, PATIENCE }),

  /** Installs extensions, starts code-server and shows a folder. */
  async start({ home, project, vsix, trust }) {
    const dirs = ["--user-data-dir", path.join(home, "user"), "--extensions-dir", path.join(home, "extensions")];
    const config = path.join(home, "config.yaml");
    fs.writeFileSync(config, "auth: none\ncert: false\n");
    const base = [entry, "--config", config, ...dirs];
    const installed = spawnSync(node, [...base, "--force", "--install-extension", vsix], {
      encoding: "utf8",
      timeout: 120_000,
    });
    if (installed.status !== 0) throw new Error(`${installed.stdout}${installed.stderr}`.slice(-1500));
    const port = await freePort();
    const log = fs.openSync(path.join(home, "code-server.log"), "a");
    const flags = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-getting-started-override"];
    if (trust) flags.push("--disable-workspace-trust");
    const env = { ...process.env, VSCODE_IPC_HOOK_CLI: "" };
    server = spawn(node, [...base, "--bind-addr", `127.0.0.1:${port}`, ...flags], {
      stdio: ["ignore", log, log],
      detached: true,
      env,
    });
    const address = `http://127.0.0.1:${port}`;
    await until(() => fetch(`${address}/healthz`).then((answer) => answer.ok, () => false), "code-server", 60_000);
    const executablePath = ["chromium", "chromium-browser", "google-chrome"]
      .flatMap((name) => process.env.PATH.split(":").map((place) => path.join(place, name)))
      .find((file) => fs.existsSync(file));
    browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
    shown = { address, project };
    await showFolder();
  },

  /** Opens a file of the folder; the value is when Enter was pressed, in the page's milliseconds. */
  async open({ name }) {
    await findFile(name);
    const since = await page.evaluate(() => performance.now());
    await page.keyboard.press("Enter");
    await page.waitForSelector(activeTab(name), { timeout: PATIENCE });
    await page.waitForSelector(`${EDITOR} .view-line`, { timeout: PATIENCE });
    return since;
  },

  /** Opens a file and looks at every frame: milliseconds until its first hint shows. */
  async time({ name }) {
    await page.evaluate(
      ([selector, tab]) => {
        const begin = performance.now();
        const look = (done) => {
          const hints = document.querySelectorAll(`${selector} .view-line span[class*="dyn-rule-"]`);
          const shown = document.querySelector(tab) && [...hints].some((hint) => hint.textContent.trim());
          if (shown) done(performance.now());
          else if (performance.now() - begin > 40_000) done(NaN);
          else requestAnimationFrame(() => look(done));
        };
        window.firstHint = new Promise(look);
      },
      [EDITOR, activeTab(name)],
    );
    const since = await actions.open({ name });
    return page.evaluate(async (start) => (await window.firstHint) - start, since);
  },

  /** Another window on the folder, in which no file is open: extensions are not running there. */
  async newWindow() {
    await page.context().close();
    await showFolder();
    await sleep(5000);
    if (await page.locator(".editor-group-container .tab").count()) throw new Error("a file is open");
  },

  editor: () => page.evaluate(readEditor, EDITOR),

  async command({ title, wait = true }) {
    await page.keyboard.press("F1");
    await pick(`>${title}`, title.replace(/^.*: /, ""));
    if (wait) await page.waitForSelector(".quick-input-widget", { state: "hidden", timeout: PATIENCE }).catch(() => {});
  },

  /** Types into the box at the top and takes what it says. */
  async answer({ text, choose }) {
    if (choose) return pick(text, choose);
    await page.waitForSelector(INPUT, { state: "visible", timeout: PATIENCE });
    await page.locator(INPUT).fill(text);
    await page.keyboard.press("Enter");
  },

  /** Types a path into the box that chooses a file, once it shows a folder. */
  async answerPath({ text }) {
    await page.waitForSelector(INPUT, { state: "visible", timeout: PATIENCE });
    const box = page.locator(INPUT);
    await until(async () => (await box.inputValue()).startsWith("/"), "box for a path");
    // It writes the folder into the box when it has read it, over what is there by then.
    await until(async () => {
      await box.fill(text);
      await sleep(700);
      await page.keyboard.press("Enter");
      const gone = page.waitForSelector(".quick-input-widget", { state: "hidden", timeout: 2000 });
      return gone.then(() => true, () => false);
    }, "end of the box for a path");
  },

  async goto({ line, column = 1 }) {
    await page.keyboard.press("Control+1"); // the focus is in the editor then
    await page.keyboard.press("Control+g");
    await page.waitForSelector(INPUT, { state: "visible", timeout: PATIENCE });
    await page.locator(INPUT).fill(`:${line}:${column}`);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".quick-input-widget", { state: "hidden", timeout: PATIENCE });
  },

  /** Typed brackets and quotes would be closed by the editor: the text is put in as a whole. */
  insert: ({ text }) => page.keyboard.insertText(text),

  press: ({ keys }) => page.keyboard.press(keys),

  async hover({ line, column }) {
    await noHover();
    const place = await page.evaluate(placeOf, [EDITOR, line, column]);
    if (!place) throw new Error(`line ${line} is not on the screen`);
    await page.mouse.move(place.x, place.y);
    await page.mouse.move(place.x + 1, place.y);
    await until(() => page.evaluate(readHover), "hover");
    await sleep(300);
    return page.evaluate(readHover);
  },

  /** Hovers over the hint that holds a text. */
  async tooltip({ text }) {
    await noHover();
    const { hints } = await page.evaluate(readEditor, EDITOR);
    const hint = hints.find((one) => one.text.includes(text));
    if (!hint) throw new Error(`no hint with ${text}`);
    await page.mouse.move((hint.x + hint.right) / 2, hint.y);
    await page.mouse.move((hint.x + hint.right) / 2 + 1, hint.y);
    await until(() => page.evaluate(readHover), "tooltip");
    await sleep(300);
    return page.evaluate(readHover);
  },

  noHover,

  problems: () => page.evaluate(readRows, ".markers-panel"),

  /** Leaves on the screen what can be done at the cursor. */
  showActions: async () => void (await openActions()),

  /** What can be done at the cursor; with `choose`, does it. */
  async actions({ choose }) {
    const rows = await openActions();
    const titles = await rows.allInnerTexts();
    if (choose) await rows.filter({ hasText: choose }).first().click();
    else await page.keyboard.press("Escape");
    return titles;
  },

  clickLens: ({ text }) => page.locator(`${EDITOR} .codelens-decoration a`, { hasText: text }).first().click({ timeout: PATIENCE }),

  /** The places that a peek view lists. */
  peek: () =>
    page.evaluate(() =>
      [...document.querySelectorAll(".reference-zone-widget .ref-tree .monaco-list-row .reference, .reference-zone-widget .ref-tree .referenceMatch")]
        .map((row) => row.textContent.replace(/\u00a0/g, " ").trim())
        .filter(Boolean),
    ),

  cursor: async () => {
    const text = await page.locator("#status\\.editor\\.selection").textContent();
    return text.match(/\d+/g).map(Number);
  },

  activeFile: () => page.locator(".editor-group-container.active .tab.active").first().getAttribute("data-resource-name"),

  clipboard: () => page.evaluate(() => navigator.clipboard.readText()),

  /** Makes the window larger or smaller. */
  resize: ({ width, height }) => page.setViewportSize({ width, height }),

  /** A picture of the window, of a box in it, or of what a selector finds. */
  async shot({ file, box, of }) {
    const clip = of ? await page.locator(of).first().boundingBox() : box;
    await page.screenshot({ path: file, ...(clip ? { clip } : {}) });
  },

  async stop() {
    await browser?.close().catch(() => {});
    try {
      if (server) process.kill(-server.pid, "SIGTERM"); // the group that this script started itself
    } catch {
      // It is gone already.
    }
  },
};

for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => actions.stop().finally(() => process.exit(1)));

for await (const line of readline.createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let reply;
  try {
    reply = { value: (await actions[request.do](request)) ?? null };
  } catch (error) {
    reply = { error: String(error?.stack ?? error).slice(0, 3000) };
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
await actions.stop();
process.exit(0);
