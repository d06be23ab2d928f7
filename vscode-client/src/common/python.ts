/** Finds a Python that can run the server: by asking each candidate, not by its name. */

import { execFile } from "node:child_process";
import * as path from "node:path";

/** The server needs at least this. */
export const MINIMUM: readonly [number, number] = [3, 10];

const QUESTION =
  "import sys; sys.stdout.write('scope-lsp %d %d %s' % (sys.version_info[:2] + (sys.executable,)))";
const PATIENCE = 10_000;

/** A command that may be a Python, and who says so. */
export interface Candidate {
  command: string;
  args: string[];
  origin: "setting" | "environment" | "path";
}

export interface Python {
  command: string;
  args: string[];
  version: string;
}

/** Why there is none: for each candidate what was wrong with it. */
export class NoPython extends Error {
  constructor(readonly tried: readonly string[]) {
    super(
      `scope-lsp needs Python ${MINIMUM.join(".")} or newer, but did not find one: ` +
        `${tried.join("; ")}.`,
    );
  }
}

/**
 * What to try, in this order: the one in the settings and no other, else that of the Python
 * extension, else those on the search path.
 */
export function candidates(
  setting: string,
  environment: string | undefined,
  platform: string,
): Candidate[] {
  if (setting) {
    return [{ command: setting, args: [], origin: "setting" }];
  }
  const found: Candidate[] = [];
  if (environment) {
    found.push({ command: environment, args: [], origin: "environment" });
  }
  const names =
    platform === "win32"
      ? [["py", "-3"], ["python"], ["python3"]]
      : [
          ["python3"],
          ["python"],
          ["py", "-3"],
          ...["3.13", "3.12", "3.11", "3.10"].map((version) => [`python${version}`]),
        ];
  for (const [command, ...args] of names) {
    found.push({ command: command as string, args, origin: "path" });
  }
  return found;
}

export type Run = (command: string, args: string[]) => Promise<string>;

/** The first candidate that runs and is new enough; throws `NoPython`. */
export async function findPython(list: readonly Candidate[], run: Run): Promise<Python> {
  const tried: string[] = [];
  for (const { command, args } of list) {
    const spelled = [command, ...args].join(" ");
    try {
      const output = await run(command, [...args, "-I", "-S", "-c", QUESTION]);
      const match = /scope-lsp (\d+) (\d+) (.*)$/s.exec(output);
      if (!match) {
        tried.push(`${spelled} is not Python`);
        continue;
      }
      const [major, minor] = [Number(match[1]), Number(match[2])];
      const version = `${major}.${minor}`;
      if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) {
        // "py -3" is a launcher: what it starts is better started directly.
        return match[3] ? { command: match[3], args: [], version } : { command, args, version };
      }
      tried.push(`${spelled} is Python ${version}`);
    } catch (error) {
      tried.push(`${spelled} ${reason(error)}`);
    }
  }
  throw new NoPython(tried);
}

/** What was found once, for which candidates, and what its file was like. */
export interface Memory {
  list: string;
  python: Python;
  stamp: number;
}

/** Where memories are kept; `stamp` tells one state of a file from another, if there is one. */
export interface Shelf {
  get(): Memory | undefined;
  put(memory: Memory): void;
  stamp(file: string): number | undefined;
}

/** As `findPython`; asks nobody while the same was found before and its file is unchanged. */
export async function recallPython(
  candidates: readonly Candidate[],
  run: Run,
  shelf: Shelf,
): Promise<Python> {
  const list = JSON.stringify(candidates);
  const memory = shelf.get();
  if (memory?.list === list && memory.stamp === shelf.stamp(memory.python.command)) {
    return memory.python;
  }
  const python = await findPython(candidates, run);
  const stamp = shelf.stamp(python.command);
  if (stamp !== undefined) {
    shelf.put({ list, python, stamp });
  }
  return python;
}

/** Starts a command in a folder that nobody else writes to, and returns what it prints. */
export function runIn(folder: string): Run {
  return (command, args) =>
    new Promise((resolve, reject) => {
      execFile(
        command,
        args,
        { cwd: folder, timeout: PATIENCE, windowsHide: true },
        (error, stdout) => {
          if (error instanceof Error) {
            reject(error);
          } else {
            resolve(stdout);
          }
        },
      );
    });
}

/** The virtual environment that an interpreter lies in, if it lies in one. */
export function environmentOf(
  command: string,
  exists: (file: string) => boolean,
): string | undefined {
  if (!path.isAbsolute(command)) {
    return undefined;
  }
  const prefix = path.dirname(path.dirname(command));
  return exists(path.join(prefix, "pyvenv.cfg")) ? prefix : undefined;
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") {
    return "is not there";
  }
  if (code === "EACCES") {
    return "may not be run";
  }
  return "does not run";
}
