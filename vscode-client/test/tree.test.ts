import assert from "node:assert/strict";
import { test } from "node:test";
import {
  details,
  filtered,
  grow,
  matches,
  spelledSums,
  split,
  sumsOf,
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
  assert.equal(spelledSums(a.sums), "2 variables, 6 + ? parameters");
  assert.equal(spelledSums(sumsOf([variable("s:0", { parameters: 1 })])), "1 variable, 1 parameter");
  assert.equal(spelledSums(sumsOf([variable("s:0", { parameters: 7850 })])), "1 variable, 7,850 parameters");
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
  assert.ok(matches("encoder/layer_0/kernel:0", "kernel ENCODER"));
  assert.ok(matches("encoder/layer_0/kernel:0", "layer_*/kern"));
  assert.ok(matches("a/w:0", ""));
  assert.ok(!matches("encoder/bias:0", "kernel"));
  assert.ok(!matches("abc:0", "a.c"));
  const groups = [group(["a:0", "b:0"]), group(["c:0"])];
  assert.deepEqual(filtered({ fresh: true, environment: "", groups }, "b"), [group(["b:0"])]);
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
