import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import * as os from "node:os";
import {
  candidates,
  environmentOf,
  findPython,
  NoPython,
  recallPython,
  runIn,
  type Candidate,
  type Memory,
} from "../src/common/python";
import { expandPath, withoutClientSettings } from "../src/common/settings";

/** Pythons by their commands; whatever is not there cannot be started. */
function machine(pythons: Record<string, string>) {
  return (command: string) => {
    const output = pythons[command];
    return output === undefined
      ? Promise.reject(Object.assign(new Error("spawn"), { code: "ENOENT" }))
      : Promise.resolve(output);
  };
}

const on = (platform: string, setting = "", environment?: string): Candidate[] =>
  candidates(setting, environment, platform);

void test("the setting is taken and nothing else", async () => {
  const list = on("linux", "/opt/python", "/env/bin/python");
  assert.deepEqual(
    list.map(({ command }) => command),
    ["/opt/python"],
  );
  await assert.rejects(
    findPython(list, machine({ python3: "scope-lsp 3 12 /usr/bin/python3" })),
    (error) => error instanceof NoPython && error.message.includes("/opt/python is not there"),
  );
});

void test("the environment of the Python extension comes before the search path", async () => {
  const run = machine({
    "/env/bin/python": "scope-lsp 3 11 /env/bin/python",
    python3: "scope-lsp 3 12 /usr/bin/python3",
  });
  const found = await findPython(on("linux", "", "/env/bin/python"), run);
  assert.deepEqual(found, { command: "/env/bin/python", args: [], version: "3.11" });
});

void test("an environment for TensorFlow 1 is too old to run the server", async () => {
  const run = machine({
    "/env/bin/python": "scope-lsp 3 7 /env/bin/python",
    python3: "scope-lsp 3 9 /usr/bin/python3",
    "python3.12": "scope-lsp 3 12 /usr/bin/python3.12",
  });
  const found = await findPython(on("linux", "", "/env/bin/python"), run);
  assert.equal(found.command, "/usr/bin/python3.12");
});

void test("the launcher of Windows is asked which Python it starts", async () => {
  const [first] = on("win32");
  assert.deepEqual([first?.command, first?.args], ["py", ["-3"]]);
  const run = machine({ py: "scope-lsp 3 13 C:\\Python313\\python.exe" });
  const found = await findPython(on("win32"), run);
  assert.deepEqual([found.command, found.args], ["C:\\Python313\\python.exe", []]);
});

void test("what was found is remembered while its file is the same", async () => {
  let memory: Memory | undefined;
  let stamp: number | undefined = 1;
  let asked = 0;
  const run = (command: string) => {
    asked += 1;
    return machine({ python3: "scope-lsp 3 12 /usr/bin/python3" })(command);
  };
  const shelf = {
    get: () => memory,
    put: (found: Memory) => {
      memory = found;
    },
    stamp: () => stamp,
  };
  const find = async (list = on("linux")) => (await recallPython(list, run, shelf)).command;
  assert.deepEqual([await find(), await find(), asked], ["/usr/bin/python3", "/usr/bin/python3", 1]);
  stamp = 2;
  assert.deepEqual([await find(), asked], ["/usr/bin/python3", 2]);
  await assert.rejects(find(on("linux", "/other/python")), NoPython);
  stamp = undefined;
  assert.deepEqual([await find(), asked], ["/usr/bin/python3", 4]);
});

void test("the message says what was tried", async () => {
  const run = machine({ python3: "scope-lsp 3 8 /usr/bin/python3", python: "hello" });
  await assert.rejects(findPython(on("linux"), run), (error) => {
    assert.ok(error instanceof NoPython);
    assert.match(error.message, /needs Python 3\.10 or newer/);
    assert.match(error.message, /python3 is Python 3\.8; python is not Python; py -3 is not there/);
    return true;
  });
});

void test("a real Python answers", { skip: process.platform === "win32" }, async (context) => {
  const there = await new Promise((resolve) => {
    execFile("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 10))"], (error) =>
      resolve(!error),
    );
  });
  if (!there) {
    context.skip("no Python 3.10 on the search path");
    return;
  }
  const found = await findPython(on("linux"), runIn(os.tmpdir()));
  assert.match(found.version, /^3\.\d+$/);
});

void test("a virtual environment is known by its file", () => {
  const exists = (file: string) => file === "/project/.venv/pyvenv.cfg";
  assert.equal(environmentOf("/project/.venv/bin/python", exists), "/project/.venv");
  assert.equal(environmentOf("/usr/bin/python3", exists), undefined);
  assert.equal(environmentOf("python3", exists), undefined);
});

void test("paths in settings", () => {
  assert.equal(expandPath("~/env/bin/python", "/home/me", undefined), "/home/me/env/bin/python");
  assert.equal(expandPath(" ${workspaceFolder}/p ", "/home/me", "/project"), "/project/p");
  assert.equal(expandPath("/a/~b", "/home/me", "/project"), "/a/~b");
});

void test("the extension's own settings do not reach the server", () => {
  assert.deepEqual(withoutClientSettings({ path: "x", interpreter: "y", codeLens: 1 }), {
    codeLens: 1,
  });
  assert.equal(withoutClientSettings(null), null);
});
