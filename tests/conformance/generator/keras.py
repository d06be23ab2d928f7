"""Statements that use tf.keras: layers, models of the three kinds, and their training."""

from __future__ import annotations

from .author import Author, Env, statement
from .layers import keep, named, tensor_of
from .names import quoted, scope_name

# {n} units; the kind of tensor that goes in and comes out.
_LAYERS = {
    "Dense({n}": ("rows", "rows"),
    "Dense({n}, activation='relu'": ("rows", "rows"),
    "Dense({n}, use_bias=False": ("sequences", "sequences"),
    "Conv1D({n}, 3, padding='same'": ("sequences", "sequences"),
    "Conv2D({n}, (3, 3), padding='same'": ("images", "images"),
    "Conv2DTranspose({n}, 3, padding='same'": ("images", "images"),
    "SeparableConv2D({n}, 3, padding='same'": ("images", "images"),
    "DepthwiseConv2D(3, padding='same'": ("images", "images"),
    "BatchNormalization(": ("images", "images"),
    "BatchNormalization(scale=False": ("rows", "rows"),
    "LayerNormalization(": ("rows", "rows"),
    "PReLU(": ("rows", "rows"),
    "LSTM({n}": ("sequences", "rows"),
    "GRU({n}, return_sequences=True": ("sequences", "sequences"),
    "SimpleRNN({n}": ("sequences", "rows"),
    "Bidirectional(tf.keras.layers.LSTM({n}, return_sequences=True)": ("sequences", "sequences"),
    "TimeDistributed(tf.keras.layers.Dense({n})": ("sequences", "sequences"),
    "Activation('tanh'": ("rows", "rows"),
    "Dropout(0.5": ("images", "images"),
    "GlobalAveragePooling2D(": ("images", "rows"),
    "Embedding(20, {n}, input_length=6": ("rows", "sequences"),
}
_SHAPES = {"rows": "(6,)", "sequences": "(5, 6)", "images": "(8, 8, 3)"}
_OPTIMIZERS = ("'adam'", "'sgd'", "'rmsprop'", "tf.keras.optimizers.Adam(0.1)", "'adagrad'")


def _made(author: Author, env: Env, template: str, label: bool = True) -> str:
    """An expression that makes a layer."""
    author.use("keras_" + template.split("(")[0])
    text = template.format(n=author.pick(("2", "3", "4"))) + (
        named(author, env, "name") if label else ""
    )
    return f"tf.keras.layers.{text.replace('(, ', '(')})"


def _chain(author: Author, env: Env, kind: str) -> tuple[list[str], str]:
    """Layers that fit one behind another, the first on a ``kind`` of tensor, and what comes out."""
    layers = []
    for _ in range(author.random.randint(1, 3)):
        fitting = [key for key, (taken, _) in _LAYERS.items() if taken == kind]
        template = author.pick([key for key in fitting if "Embedding" not in key])
        layers.append(_made(author, env, template))
        kind = _LAYERS[template][1]
    return layers, kind


@statement("keras_layer")
def keras_layer(author: Author, env: Env) -> None:
    """A layer made and called at once."""
    template = author.pick(list(_LAYERS))
    kind, result = _LAYERS[template]
    name = author.fresh("h")
    author.line(f"{name} = {_made(author, env, template)}({tensor_of(author, env, kind)})")
    keep(env, result, name)


@statement("keras_object")
def keras_object(author: Author, env: Env) -> None:
    """A layer that is kept, and called where it was made or elsewhere."""
    template = author.pick([key for key in _LAYERS if "Embedding" not in key])
    kind, result = _LAYERS[template]
    layer, name = author.fresh("layer"), author.fresh("h")
    x = tensor_of(author, env, kind)
    author.line(f"{layer} = {_made(author, env, template)}")
    way = author.weighted(twice=3, scope=2, name_scope=2, build=1)
    author.use("keras_object_" + way)
    if way == "twice":
        author.line(f"{name} = {layer}({x})")
        author.line(f"{layer}({x})")
    elif way == "build":
        author.line(f"{layer}.build({x}.shape)")
        author.line(f"{name} = {layer}({x})")
    else:
        opener = "tf.variable_scope" if way == "scope" else "tf.name_scope"
        with author.block(f"with {opener}({quoted(scope_name(author))}):"):
            author.line(f"{name} = {layer}({x})")
        author.line(f"{layer}({x})")
    keep(env, result, name)


@statement("keras_sequential")
def keras_sequential(author: Author, env: Env) -> None:
    """A Sequential model: with the shape of its input, or built by its first call."""
    kind = author.pick(("rows", "rows", "images", "sequences"))
    layers, result = _chain(author, env, kind)
    model = author.fresh("model")
    way = author.weighted(input=3, layer=1, call=2, add=2)
    author.use("keras_sequential_" + way)
    label = named(author, env, "name")
    if way == "input":
        layers.insert(0, f"tf.keras.Input({_SHAPES[kind]})")
    elif way == "layer":
        layers.insert(0, f"tf.keras.layers.InputLayer(input_shape={_SHAPES[kind]})")
    if way == "add":
        author.line(f"{model} = tf.keras.Sequential({label[2:]})")
        for layer in layers:
            author.line(f"{model}.add({layer})")
    else:
        author.line(f"{model} = tf.keras.Sequential([{', '.join(layers)}]{label})")
    if way in ("call", "add") or author.chance(0.3):
        name = author.fresh("h")
        author.line(f"{name} = {model}({tensor_of(author, env, kind)})")
        keep(env, result, name)
    elif result == "rows":
        _compile(author, model)


@statement("keras_model")
def keras_model(author: Author, env: Env) -> None:
    """A functional model."""
    kind = author.pick(("rows", "rows", "images"))
    first, x, model = author.fresh("entry"), author.fresh("y"), author.fresh("model")
    layers, result = _chain(author, env, kind)
    author.line(f"{first} = tf.keras.Input(shape={_SHAPES[kind]})")
    author.line(f"{x} = {first}")
    for layer in layers:
        author.line(f"{x} = {layer}({x})")
    if author.chance(0.3):
        author.line(f"{x} = tf.keras.layers.add([{x}, {x}])")
    author.line(f"{model} = tf.keras.Model({first}, {x}{named(author, env, 'name')})")
    if author.chance(0.6):
        name = author.fresh("h")
        author.line(f"{name} = {model}({tensor_of(author, env, kind)})")
        keep(env, result, name)
    if author.chance(0.4):
        _compile(author, model)


def _compile(author: Author, model: str) -> None:
    author.use("keras_compile")
    author.line(f"{model}.compile({author.pick(_OPTIMIZERS)}, loss='mse')")
    if author.chance(0.3):
        author.line(f"{model}._make_train_function()")


@statement("keras_subclass")
def keras_subclass(author: Author, env: Env) -> None:
    """A model or layer of the program's own, made and called once or twice."""
    kind = author.pick(("rows", "sequences", "images"))
    layers, result = _chain(author, env, kind)
    cls = author.fresh("Net")
    base = author.pick(("tf.keras.Model", "tf.keras.Model", "tf.keras.layers.Layer"))
    author.use("keras_own_" + base.rpartition(".")[2])
    with author.block(f"class {cls}({base}):"):
        with author.block("def __init__(self, **options):"):
            author.line(f"super({cls}, self).__init__(**options)")
            for index, layer in enumerate(layers):
                author.line(f"self.part{index} = {layer}")
        if author.chance(0.4) and "Layer" in base:
            with author.block("def build(self, shape):"):
                author.line(f"self.scale = self.add_weight({quoted('scale')}, [1])")
                author.line(f"super({cls}, self).build(shape)")
        with author.block("def call(self, x):"):
            for index in range(len(layers)):
                author.line(f"x = self.part{index}(x)")
            author.line("return x")
    for _ in range(author.random.randint(1, 2)):
        model, name = author.fresh("model"), author.fresh("h")
        label = named(author, env, "name")[2:]
        x = tensor_of(author, env, kind)
        author.line(f"{model} = {cls}({label})")
        author.line(f"{name} = {model}({x})")
        if author.chance(0.3):
            author.line(f"{model}({x})")
        keep(env, result, name)


@statement("keras_backend")
def keras_backend(author: Author, env: Env) -> None:
    """Variables of the backend's, or all begun anew."""
    del env
    author.line(
        author.pick(
            (
                "tf.keras.backend.variable([1.0, 2.0])",
                "tf.keras.backend.zeros((2, 3), name='z')",
                "tf.keras.backend.get_uid('dense')",
            )
        )
    )
