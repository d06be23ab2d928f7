"""Statements that run recurrent cells and that train: loops over time, losses, optimizers."""

from __future__ import annotations

from .author import Author, Env, statement
from .layers import keep, named, tensor_of
from .names import quoted, scope_name

_CELLS = (
    "tf.nn.rnn_cell.BasicRNNCell({n})",
    "tf.nn.rnn_cell.GRUCell({n})",
    "tf.nn.rnn_cell.BasicLSTMCell({n})",
    "tf.nn.rnn_cell.LSTMCell({n})",
    "tf.nn.rnn_cell.LSTMCell({n}, use_peepholes=True)",
    "tf.nn.rnn_cell.LSTMCell({n}, num_proj=3)",
    "tf.contrib.rnn.LayerNormBasicLSTMCell({n})",
    "tf.contrib.rnn.LSTMBlockCell({n})",
    "tf.contrib.rnn.GRUBlockCellV2({n})",
    "tf.contrib.rnn.UGRNNCell({n})",
    "tf.contrib.rnn.NASCell({n})",
    "tf.contrib.rnn.IndRNNCell({n})",
)
_WRAPPERS = (
    "tf.nn.rnn_cell.DropoutWrapper({c}, output_keep_prob=0.5)",
    "tf.nn.rnn_cell.MultiRNNCell([{c}])",
    "tf.nn.rnn_cell.MultiRNNCell([{c}, {d}])",
    "tf.nn.rnn_cell.MultiRNNCell([{c} for _ in range(2)])",
    "tf.contrib.rnn.OutputProjectionWrapper({c}, 3)",
    "tf.contrib.rnn.InputProjectionWrapper({c}, 2)",
    "tf.contrib.rnn.AttentionCellWrapper({c}, 2)",
    "tf.nn.rnn_cell.DeviceWrapper({c}, '/cpu:0')",
)
_OPTIMIZERS = (
    "tf.train.GradientDescentOptimizer(0.1{n})",
    "tf.train.MomentumOptimizer(0.1, 0.9{n})",
    "tf.train.AdamOptimizer({r}{n})",
    "tf.train.AdagradOptimizer(0.1{n})",
    "tf.train.AdadeltaOptimizer(0.1{n})",
    "tf.train.RMSPropOptimizer(0.1{n})",
    "tf.train.RMSPropOptimizer(0.1, centered=True{n})",
    "tf.train.FtrlOptimizer(0.1{n})",
    "tf.contrib.opt.LazyAdamOptimizer(0.1{n})",
    "tf.contrib.opt.NadamOptimizer(0.1{n})",
    "tf.contrib.opt.AdamWOptimizer(0.01, 0.1{n})",
)


def cell(author: Author) -> str:
    """An expression that makes a cell."""
    units = author.pick(("3", "4", "6"))
    made = author.pick(_CELLS).format(n=units)
    if author.chance(0.2) and "LayerNorm" not in made and "UGRNN" not in made:
        made = made[:-1] + f", name={quoted(author.pick(('cell', 'lstm', 'a')))})"
    author.use(made.split("(")[0])
    if author.chance(0.35):
        other = author.pick(_CELLS[:3]).format(n=units)
        made = author.pick(_WRAPPERS).format(c=made, d=other)
        author.use(made.split("(")[0])
    return made


@statement("rnn")
def rnn(author: Author, env: Env) -> None:
    """A cell run over time."""
    sequence = tensor_of(author, env, "sequences")
    scope = named(author, env, "scope")
    name = author.fresh("h")
    way = author.weighted(dynamic=6, both=3, static=3, static_both=1, kept=2)
    author.use("rnn_" + way)
    if way == "kept":
        kept = author.fresh("cell")
        author.line(f"{kept} = {cell(author)}")
        for _ in range(author.random.randint(1, 2)):
            scope = named(author, env, "scope")
            author.line(
                f"{name}, _ = tf.nn.dynamic_rnn({kept}, {sequence}, dtype=tf.float32{scope})"
            )
        keep(env, "sequences", name)
        return
    made = cell(author)
    call = {
        "dynamic": f"tf.nn.dynamic_rnn({made}, {sequence}, dtype=tf.float32{scope})",
        "both": f"tf.nn.bidirectional_dynamic_rnn({made}, {cell(author)}, {sequence}, "
        f"dtype=tf.float32{scope})",
        "static": f"tf.nn.static_rnn({made}, tf.unstack({sequence}, axis=1), "
        f"dtype=tf.float32{scope})",
        "static_both": f"tf.nn.static_bidirectional_rnn({made}, {cell(author)}, "
        f"tf.unstack({sequence}, axis=1), dtype=tf.float32{scope})",
    }[way]
    if way == "static_both":
        author.line(f"{name} = {call}[0][-1]")
    else:
        author.line(f"{name}, _ = {call}")
        if way == "both":
            author.line(f"{name} = tf.concat({name}, 2)")
        elif way == "static":
            author.line(f"{name} = {name}[-1]")
    keep(env, "rows" if "static" in way else "sequences", name)


@statement("steps")
def steps(author: Author, env: Env) -> None:
    """A cell called by hand."""
    kept, state, name = author.fresh("cell"), author.fresh("state"), author.fresh("h")
    row = tensor_of(author, env, "rows")
    author.line(f"{kept} = {cell(author)}")
    author.line(f"{state} = {kept}.zero_state(4, tf.float32)")
    way = author.weighted(once=2, twice=2, loop=2, scoped=2)
    author.use("steps_" + way)
    if way == "loop":
        with author.block(f"for step in range({author.pick(('2', '3'))}):"):
            if author.chance(0.4):
                with author.block("if step > 0:"):
                    author.line("tf.get_variable_scope().reuse_variables()")
            author.line(f"{name}, {state} = {kept}({row}, {state})")
        if author.lines[-2].endswith("reuse_variables()"):
            env.reuse = "yes"
    elif way == "scoped":
        with author.block(f"with tf.variable_scope({quoted(scope_name(author))}):"):
            author.line(f"{name}, {state} = {kept}({row}, {state})")
    else:
        for _ in range(2 if way == "twice" else 1):
            author.line(f"{name}, {state} = {kept}({row}, {state})")
    keep(env, "rows", name)


def _loss(author: Author, env: Env) -> str | None:
    known = env.rows + env.images + env.sequences
    if not known:
        return None
    chosen = author.random.sample(known, min(len(known), author.random.randint(1, 3)))
    name = author.fresh("loss")
    parts = " + ".join(f"tf.reduce_mean({tensor})" for tensor in chosen)
    # TensorFlow refuses a loss that depends on no variable.
    author.line(f"scale = tf.Variable(1.0, name={quoted('scale')})")
    parts = f"scale * ({parts})"
    author.line(f"{name} = {parts}")
    return name


def _optimizer(author: Author) -> str:
    label = ""
    if author.chance(0.25):
        label = f", name={quoted(author.pick(('opt', 'a', 'Adam')))}"
    rate = author.pick(("0.1", "0.1, beta1=0.5", "learning_rate=0.1"))
    return author.pick(_OPTIMIZERS).format(n=label, r=rate)


@statement("train")
def train(author: Author, env: Env) -> None:
    """A loss and an optimizer, in one of the ways of real programs."""
    loss = _loss(author, env)
    if loss is None:
        return
    made = _optimizer(author)
    author.use(made.split("(")[0])
    way = author.weighted(minimize=5, pairs=2, clipped=2, chosen=2, once=1, average=1, create=1)
    author.use("train_" + way)
    step = author.pick(("", "", ", global_step=tf.train.get_or_create_global_step()"))
    if way == "minimize":
        author.line(f"{made}.minimize({loss}{step})")
    elif way == "pairs":
        optimizer = author.fresh("optimizer")
        author.line(f"{optimizer} = {made}")
        author.line(f"pairs = {optimizer}.compute_gradients({loss})")
        author.line("pairs = [(g, v) for g, v in pairs if g is not None]")
        author.line(f"{optimizer}.apply_gradients(pairs{step})")
    elif way == "clipped":
        author.line("trained = tf.trainable_variables()")
        author.line(f"slopes, _ = tf.clip_by_global_norm(tf.gradients({loss}, trained), 5.0)")
        author.line(f"{made}.apply_gradients(zip(slopes, trained){step})")
    elif way == "chosen":
        author.line("chosen = [v for v in tf.trainable_variables() if 'kernel' not in v.name]")
        author.line(f"{made}.minimize({loss}{step}, var_list=chosen or None)")
    elif way == "once":
        author.line(
            f"tf.contrib.layers.optimize_loss({loss}, tf.train.get_or_create_global_step(), 0.1, "
            f"{quoted(author.pick(('Adam', 'SGD', 'Momentum')))})"
        )
    elif way == "create":
        author.line(f"slim.learning.create_train_op({loss}, {made})")
    else:
        average = author.fresh("average")
        author.line(f"{average} = tf.train.ExponentialMovingAverage(0.9)")
        author.line(
            f"{average}.apply({author.pick(('tf.trainable_variables()', '[' + loss + ']'))})"
        )
