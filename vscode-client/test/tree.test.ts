import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bySize,
  details,
  filtered,
  grow,
  matcher,
  spelledCount,
  spelledSums,
  spelledTotal,
  split,
  sumsOf,
  table,
  type Group,
  type Node,
  type Variable,
} from "../src/common/tree";

function variable(name: string, more: Partial<Variable> = {}): Variable {
  return {
    name,
    shape: [2, 3],
    dtype: "float32",
    parameters: 6,
    trainable: true,
    certainty: "definite",
    location: null,
    ...more,
  };
}

function group(names: string[], more: Partial<Group> = {}): Group {
  return { program: null, function: null, variables: names.map((name) => variable(name)), ...more };
}

/** One line for each node, indented. */
function drawn(nodes: readonly Node[], depth = 0): string[] {
  return nodes.flatMap((node) => [
    " ".repeat(depth) + node.label,
    ...(node.kind === "variable" ? [] : drawn(node.children, depth + 1)),
  ]);
}

void test("scopes and variables in the order of their creation", () => {
  const nodes = grow([group(["a/x:0", "b:0", "a/in/y:0", "a/x_1:0"])]);
  assert.deepEqual(drawn(nodes), ["a/", " x", " in/", "  y", " x_1", "b"]);
});

void test("a scope knows its sums", () => {
  const variables = [variable("a/x:0"), variable("a/in/y:0", { parameters: null, shape: null })];
  const [a] = grow([group([], { variables })]);
  assert.ok(a?.kind === "scope");
  assert.equal(spelledSums(a.sums), "2 variables, at least 6 parameters");
  const unknown = sumsOf([variable("s:0", { parameters: null, shape: null })]);
  assert.equal(spelledSums(unknown), "1 variable");
  assert.equal(spelledCount(unknown), "");
  assert.equal(spelledSums(sumsOf([variable("s:0", { parameters: 1 })])), "1 variable, 1 parameter");
  assert.equal(spelledSums(sumsOf([variable("s:0", { parameters: 7850 })])), "1 variable, 7,850 parameters");
});

void test("what several programs make is said to be that", () => {
  const train = group(["a:0", "b:0"], { program: "train.py" });
  const helper = group(["h:0"], { function: "build" });
  assert.equal(spelledTotal([train, helper]), "3 variables, 18 parameters");
  const evaluate = group(["a:0"], { program: "evaluate.py" });
  assert.equal(spelledTotal([train, evaluate]), "3 variables, 18 parameters in 2 programs");
});

void test("a slash in braces is the program's own", () => {
  assert.deepEqual(split("layer_{a/b}/w:0"), ["layer_{a/b}", "w"]);
});

void test("programs and functions on their own are apart", () => {
  const nodes = grow([
    group(["a/w:0"], { program: "train.py" }),
    group(["w:0"], { function: "build" }),
  ]);
  assert.deepEqual(drawn(nodes), ["train.py", " a/", "  w", "build() on its own, in this file", " w"]);
});

void test("every node has an id of its own", () => {
  const variables = [variable("a/w:0"), variable("a/w:0"), variable("a:0")];
  const ids = new Set<string>();
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      assert.ok(!ids.has(node.id), node.id);
      ids.add(node.id);
      walk(node.kind === "variable" ? [] : node.children);
    }
  };
  walk(grow([group([], { variables }), group(["a/w:0"], { function: "f" })]));
  assert.equal(ids.size, 8);
});

void test("a filter is words, in any order, with stars", () => {
  const matches = (name: string, filter: string) => matcher(filter)(name);
  assert.ok(matches("encoder/layer_0/kernel:0", "kernel ENCODER"));
  assert.ok(matches("encoder/layer_0/kernel:0", "layer_*/kern*"));
  assert.ok(matches("encoder/layer_0/kernel:0", "layer_0/"));
  assert.ok(matches("encoder/layer_0/kernel:0", "encoder/layer_0/kernel:0"));
  assert.ok(matches("a/w:0", ""));
  assert.ok(!matches("encoder/bias:0", "kernel"));
  assert.ok(!matches("abc:0", "a.c"));
});

void test("words of a filter are whole parts of names, unless there are none", () => {
  const groups = [group(["layer_1/kernel:0", "layer_10/kernel:0"]), group(["layer_1/b:0"])];
  const left = (filter: string) =>
    filtered({ fresh: true, environment: "", groups }, filter).map((one) =>
      one.variables.map(({ name }) => name),
    );
  assert.deepEqual(left("layer_1"), [["layer_1/kernel:0"], ["layer_1/b:0"]]);
  assert.deepEqual(left("layer_1 kernel"), [["layer_1/kernel:0"]]);
  assert.deepEqual(left("kern"), [["layer_1/kernel:0", "layer_10/kernel:0"]]);
  assert.deepEqual(left("nothing"), []);
});

void test("what is largest comes first on request", () => {
  const variables = [
    variable("a/x:0", { parameters: 1 }),
    variable("a/y:0", { parameters: null }),
    variable("b/v:0", { parameters: 2 }),
    variable("b/w:0", { parameters: 7 }),
  ];
  const nodes = bySize(grow([group([], { variables })]));
  assert.deepEqual(drawn(nodes), ["b/", " w", " v", "a/", " x", " y"]);
});

void test("a table for spreadsheets", () => {
  const variables = [
    variable("a/w:0", { shape: [null, 3], parameters: null }),
    variable('=x"y:0', { shape: [], parameters: 1, trainable: null, dtype: null }),
  ];
  assert.equal(
    table([group([], { variables, program: "train.py" })]),
    "name,shape,dtype,parameters,trainable,certainty,program,function\n" +
      'a/w,"[null, 3]",float32,,true,definite,train.py,\n' +
      `"'=x""y",[],,1,,definite,train.py,\n`,
  );
});

void test("what stands behind a variable", () => {
  assert.equal(details(variable("w:0")), "[2, 3] float32");
  assert.equal(
    details(variable("w:0", { shape: [null, 3], trainable: false, certainty: "possible" })),
    "[?, 3] float32 · not trainable · possible",
  );
  assert.equal(details(variable("w:0", { shape: null, dtype: null })), "[shape unknown]");
  assert.equal(details(variable("w:0", { shape: [] })), "[] float32");
});
