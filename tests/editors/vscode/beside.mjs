// What stands beside the code in VS Code's window, for driver.mjs: notebooks, views, the status bar,
// messages, settings and walkthroughs. Starts nothing; knows nothing of scope-lsp.

const CELL = ".notebookOverlay .cell .monaco-editor";

/** Runs in the page: the middle of the nth token in a notebook's cells that holds a text. */
function placeInCells([selector, text, nth]) {
  const tokens = [...document.querySelectorAll(`${selector} .view-line > span > span`)];
  const boxes = tokens
    .filter((one) => !/\bdyn-rule-\d/.test(one.className) && one.textContent.includes(text))
    .map((one) => one.getBoundingClientRect())
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const box = boxes[nth];
  return box && { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

/** Runs in a frame: its text, and whether a block of code in it is wider than what shows it. */
function readPicture() {
  const text = document.body.innerText.trim();
  const parts = [document.documentElement, ...document.querySelectorAll("pre")];
  return text && { text, isClipped: parts.some((one) => one.scrollWidth > one.clientWidth + 1) };
}

/** `page` is a function, because a window may get another one; the rest is the driver's. */
export function beside({ page, until, sleep, pick, findFile, noHover, readRows, readHover, PATIENCE }) {
  async function inCells(text, nth) {
    const place = await until(() => page().evaluate(placeInCells, [CELL, text, nth]), `cell with ${text}`);
    await page().mouse.move(place.x, place.y);
    return place;
  }

  async function hoverText(what) {
    await until(() => page().evaluate(readHover), what);
    await sleep(300);
    return page().evaluate(readHover);
  }

  return {
    async openNotebook({ name }) {
      await findFile(name);
      await page().keyboard.press("Enter");
      await page().waitForSelector(`${CELL} .view-line`, { timeout: PATIENCE });
    },

    /** The hints of a notebook's cells, from above. */
    cells: () =>
      page().evaluate((selector) =>
        [...document.querySelectorAll(`${selector} .view-line`)]
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((line) =>
            [...line.querySelectorAll(":scope > span > span")]
              .filter((span) => /\bdyn-rule-\d/.test(span.className))
              .map((span) => span.textContent.replace(/\u00a0/g, " ").replace(/[\u200b-\u200d\u2060]/g, ""))
              .join("")
              .trim(),
          )
          .filter(Boolean), CELL),

    async hoverCell({ text, nth = 0 }) {
      await noHover();
      const { x, y } = await inCells(text, nth);
      await page().mouse.move(x + 1, y);
      return hoverText("hover in a cell");
    },

    /** Puts a text at the end of the line that holds another one. */
    async typeInCell({ after, text, nth = 0 }) {
      const { x, y } = await inCells(after, nth);
      await page().mouse.click(x, y);
      await page().keyboard.press("End");
      await page().keyboard.insertText(text);
    },

    async deleteCell({ text, nth = 0 }) {
      const { x, y } = await inCells(text, nth);
      await page().mouse.click(x, y);
      await page().keyboard.press("F1");
      await pick(">Notebook: Delete Cell", "Delete Cell");
    },

    /** The rows of a view in the side bar, undefined while it is not there. */
    async view({ name }) {
      const pane = page().locator(".split-view-view .pane", { has: page().locator(`.pane-header[aria-label^="${name}"]`) });
      if (!(await pane.count())) return null;
      const id = await pane.first().evaluate((element) => {
        element.id ||= `driven-${Math.random().toString(36).slice(2)}`;
        return element.id;
      });
      const read = (selector) => pane.locator(selector).first().textContent({ timeout: 500 }).catch(() => "");
      return {
        description: await read(".pane-header .description"),
        message: await read(".message"),
        rows: await page().evaluate(readRows, `#${id}`),
      };
    },

    clickRow: ({ text }) => page().locator(".sidebar .monaco-list-row", { hasText: text }).first().click({ timeout: PATIENCE }),

    /** The texts of the status bar's items of an extension. */
    status: ({ id }) =>
      page().evaluate(
        (wanted) =>
          [...document.querySelectorAll(".statusbar-item")]
            .filter((item) => item.id.includes(wanted) && item.offsetParent !== null)
            .map((item) => item.textContent.replace(/\u00a0/g, " ").trim()),
        id,
      ),

    async statusTooltip({ id }) {
      await noHover();
      await page().locator(`.statusbar-item[id*="${id}"]`).first().hover({ timeout: PATIENCE });
      return hoverText("tooltip in the status bar");
    },

    clickInHover: ({ text }) => page().locator(".monaco-hover a", { hasText: text }).last().click({ timeout: PATIENCE }),

    /** Which channel the panel of outputs shows; empty while it is not there. */
    output: () =>
      page().evaluate(() => {
        const chosen = document.querySelector(".part.panel select");
        return chosen?.selectedOptions[0]?.textContent ?? "";
      }),

    toasts: () =>
      page().evaluate(() =>
        [...document.querySelectorAll(".notification-list-item")].map((one) => ({
          text: one.querySelector(".notification-list-item-message")?.textContent.trim() ?? "",
          buttons: [...one.querySelectorAll(".monaco-button")].map((button) => button.textContent.trim()),
        })),
      ),

    clickToast: ({ button }) => page().locator(".notification-list-item .monaco-button", { hasText: button }).first().click({ timeout: PATIENCE }),

    /** Renames what is at the cursor. */
    async rename({ to }) {
      const input = page().locator(".rename-box input");
      await until(async () => {
        await page().keyboard.press("F2");
        return input.waitFor({ timeout: 3000 }).then(() => true, () => false);
      }, "box for a new name");
      const before = await input.inputValue();
      await input.fill(to);
      await page().keyboard.press("Enter");
      return before;
    },

    /** Shows one setting that is a table in the settings editor, and what a new row of it offers. */
    async settingRow({ id }) {
      await page().keyboard.press("Control+,");
      await page().locator(".settings-editor .settings-header .suggest-input-container").click({ timeout: PATIENCE });
      await page().keyboard.press("Control+a");
      await page().keyboard.insertText(`@id:${id}`);
      await page().locator(".settings-count-widget", { hasText: "1 Setting Found" }).waitFor({ timeout: PATIENCE });
      await page().locator(".settings-editor .setting-list-new-row .monaco-button").first().click({ timeout: PATIENCE });
      const boxes = page().locator(".settings-editor .setting-list-edit-row select");
      await boxes.first().waitFor({ state: "attached", timeout: PATIENCE });
      const choices = await boxes.evaluateAll((all) => all.map((box) => [...box.options].map((one) => one.textContent)));
      for (let times = 0; times < 3; times++) await page().keyboard.press("Escape"); // list, row, editor
      return choices;
    },

    /** Opens a walkthrough, whose pictures keep the focus: of each step what its picture says, and whether it is clipped. */
    async walkthrough({ title }) {
      await page().keyboard.press("F1");
      await pick(">Welcome: Open Walkthrough", "Open Walkthrough");
      await pick(title, title);
      const steps = page().locator(".gettingStartedContainer .getting-started-step");
      await steps.first().waitFor({ timeout: PATIENCE });
      const found = [];
      for (let number = 0; number < (await steps.count()); number++) {
        const step = steps.nth(number);
        const name = (await step.locator(".step-title").textContent()).trim();
        if (!(await step.evaluate((one) => one.classList.contains("expanded")))) await step.click();
        const picture = await until(async () => {
          for (const frame of page().frames().filter((one) => one.url().includes("/fake.html"))) {
            const read = await frame.evaluate(readPicture).catch(() => undefined);
            if (read && !found.some((one) => one.text === read.text)) return read;
          }
          return undefined;
        }, `picture of ${name}`);
        found.push({ name, ...picture });
      }
      return found;
    },
  };
}
