/** The variables of a program as a tree of scopes with sums; knows nothing of VS Code. */

/** A variable as the server tells it. */
export interface Variable {
  name: string;
  shape: (number | null)[] | null;
  dtype: string | null;
  parameters: number | null;
  trainable: boolean | null;
  certainty: "definite" | "possible" | "symbolic";
  location: Location | null;
}

export interface Position {
  line: number;
  character: number;
}

export interface Location {
  uri: string;
  range: { start: Position; end: Position };
}

/** What one program, or one function that nobody calls, makes. */
export interface Group {
  program: string | null;
  function: string | null;
  variables: Variable[];
}

/** The answer to `scopeLsp/variables`. */
export interface Answer {
  fresh: boolean;
  groups: Group[];
  /** In which environment imports were looked up, in words. */
  environment: string;
}

export interface Scope {
  kind: "group" | "scope";
  id: string;
  label: string;
  /** The full name of the scope, without a slash at its end. */
  name: string;
  children: Node[];
  sums: Sums;
}

export interface Leaf {
  kind: "variable";
  id: string;
  label: string;
  variable: Variable;
}

export type Node = Scope | Leaf;

export interface Sums {
  variables: number;
  parameters: number;
  /** Whether there are variables whose size is not known. */
  open: boolean;
}

/** The parts of a full name; a slash in braces is the program's own (`{a/b}/w`). */
export function split(name: string): string[] {
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  for (const letter of name.replace(/:0$/, "")) {
    depth += letter === "{" ? 1 : letter === "}" ? -1 : 0;
    if (letter === "/" && depth <= 0) {
      parts.push(part);
      part = "";
    } else {
      part += letter;
    }
  }
  return [...parts, part];
}

/**
 * A filter's test of names: all of its words must be there, in any order; `*` stands for anything.
 * A word is a whole part of a name, or several with slashes: `layer_1` is not in `layer_10/kernel`.
 * With `isLoose`, it may be anywhere in a name.
 */
export function matcher(filter: string, isLoose = false): (name: string) => boolean {
  const [before, after] = isLoose ? ["", ""] : ["(?:^|/)", "(?=/|$)"];
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^\/+|(?:\/+|:0)$/g, ""))
    .filter(Boolean)
    .map((word) => {
      const pieces = word.split("*").map((piece) => piece.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
      return new RegExp(`${before}${pieces.join(".*")}${after}`);
    });
  return (name) => {
    const text = name.toLowerCase().replace(/:0$/, "");
    return words.every((word) => word.test(text));
  };
}

export function sumsOf(variables: readonly Variable[]): Sums {
  const sums = { variables: variables.length, parameters: 0, open: false };
  for (const { parameters } of variables) {
    sums.parameters += parameters ?? 0;
    sums.open ||= parameters === null;
  }
  return sums;
}

/** All variables of an answer that a filter leaves; if it has no whole part, those that hold it. */
export function filtered(answer: Answer, filter: string): Group[] {
  const leave = (isWanted: (name: string) => boolean) =>
    answer.groups
      .map((group) => ({
        ...group,
        variables: group.variables.filter(({ name }) => isWanted(name)),
      }))
      .filter(({ variables }) => variables.length > 0);
  const found = leave(matcher(filter));
  return found.length ? found : leave(matcher(filter, true));
}

/** The tree with what is largest first; what has no known size comes last. */
export function bySize(nodes: readonly Node[]): Node[] {
  return nodes
    .map((node) => (node.kind === "variable" ? node : { ...node, children: bySize(node.children) }))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf(node: Node): number {
  return node.kind === "variable" ? (node.variable.parameters ?? -1) : node.sums.parameters;
}

/** A table for spreadsheets: the columns of `scope-lsp names --format csv` that are known here. */
export function table(groups: readonly Group[]): string {
  const rows = groups.flatMap((group) =>
    group.variables.map((variable) => [
      variable.name.replace(/:0$/, ""),
      variable.shape ? JSON.stringify(variable.shape).replaceAll(",", ", ") : "",
      variable.dtype ?? "",
      variable.parameters?.toString() ?? "",
      variable.trainable?.toString() ?? "",
      variable.certainty,
      group.program ?? "",
      group.function ?? "",
    ]),
  );
  const head = "name shape dtype parameters trainable certainty program function".split(" ");
  return [head, ...rows].map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

/** A cell; a spreadsheet must not take text of a program for a formula. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The tree: groups on top where there are several, or one that is not the program itself. */
export function grow(groups: readonly Group[]): Node[] {
  const [only] = groups;
  if (groups.length === 1 && only && !only.function) {
    return scopes(only.variables, "");
  }
  return groups.map((group, index) => {
    const id = `${index}:`;
    const children = scopes(group.variables, id);
    return {
      kind: "group",
      id,
      label: title(group),
      name: "",
      children,
      sums: sumsOf(group.variables),
    };
  });
}

export function title(group: Group): string {
  const program = group.program ?? "this file";
  return group.function ? `${group.function}() on its own, in ${program}` : program;
}

function scopes(variables: readonly Variable[], prefix: string): Node[] {
  const top: Node[] = [];
  const known = new Map<string, { scope: Scope; inside: Variable[] }>();
  const used = new Map<string, number>();
  for (const variable of variables) {
    const path = split(variable.name);
    const last = path.pop() ?? "";
    let siblings = top;
    let above = "";
    for (const part of path) {
      above = above ? `${above}/${part}` : part;
      let found = known.get(above);
      if (!found) {
        const sums = { variables: 0, parameters: 0, open: false };
        const scope: Scope = {
          kind: "scope",
          id: `${prefix}${above}/`,
          label: `${part}/`,
          name: above,
          children: [],
          sums,
        };
        found = { scope, inside: [] };
        known.set(above, found);
        siblings.push(scope);
      }
      found.inside.push(variable);
      siblings = found.scope.children;
    }
    // Two graphs may hold variables of one name.
    const count = used.get(variable.name) ?? 0;
    used.set(variable.name, count + 1);
    const id = `${prefix}${variable.name}${count ? `#${count}` : ""}`;
    siblings.push({ kind: "variable", id, label: last, variable });
  }
  for (const { scope, inside } of known.values()) {
    scope.sums = sumsOf(inside);
  }
  return top;
}

export function spelledShape(shape: Variable["shape"]): string {
  return shape ? `[${shape.map((size) => size ?? "?").join(", ")}]` : "[shape unknown]";
}

/** `12 variables, 7,850 parameters`; the number of variables alone if no size is known. */
export function spelledSums(sums: Sums): string {
  const variables = `${sums.variables} variable${sums.variables === 1 ? "" : "s"}`;
  const parameters = spelledCount(sums);
  return parameters
    ? `${variables}, ${parameters} parameter${parameters === "1" ? "" : "s"}`
    : variables;
}

/** The sums of everything, and in how many programs that is, if there are several. */
export function spelledTotal(groups: readonly Group[]): string {
  const programs = new Set(groups.filter((group) => !group.function).map((group) => group.program));
  const sums = spelledSums(sumsOf(groups.flatMap((group) => group.variables)));
  return programs.size > 1 ? `${sums} in ${programs.size} programs` : sums;
}

/** `7,850`; `at least 7,850` where some sizes are not known; nothing if none is. */
export function spelledCount(sums: Sums): string {
  const known = sums.parameters.toLocaleString("en");
  return sums.open ? (sums.parameters ? `at least ${known}` : "") : known;
}

/** What stands behind a variable's name. */
export function details(variable: Variable): string {
  const words = [spelledShape(variable.shape)];
  if (variable.dtype) {
    words.push(variable.dtype);
  }
  if (variable.trainable === false) {
    words.push("· not trainable");
  }
  if (variable.certainty !== "definite") {
    words.push(`· ${variable.certainty}`);
  }
  return words.join(" ");
}
